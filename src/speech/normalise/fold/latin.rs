//! Letters with marks and odd shapes, by their Unicode block, as plain letters.

/// A block's first character, and the plain letter of each from there on; `*` has none.
/// Made from the Unicode character names and decompositions.
const BLOCKS: [(u32, &str); 4] = [
    (0x00C0, "AAAAAA*CEEEEIIIIDNOOOOO*OUUUUY**aaaaaa*ceeeeiiiidnooooo*ouuuuy*y"),
    (
        0x0100,
        "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi**JjKkkLlLlLlL\
         lLlNnNnNnnNnOoOoOo**RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs",
    ),
    (
        0x0180,
        "bBBb**OCcDDDd*EEEFfGG*IIKkll*NnOOo**Pp*SsS*tTtTUuUVYyZz*********\
         *****D**L**N*AaIiOoUuUuUuUuUueAaAa**GgGgKkOoOo**j*D*Gg**NnAa**Oo\
         AaAaEeEeIiIiOoOoRrRrUuUuSsTt**HhNd**ZzAaEeOoOoOoOoYylntj**ACcLTs\
         z**BUVEeJj*qRrYy",
    ),
    (
        0x1E00,
        "AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMm\
         MmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRrSsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVv\
         WwWwWwWwWwXxXxYyZzZzZzhtwyasssS*AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe\
         EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy****Yy",
    ),
];

/// One character that is several letters.
const SEVERAL: [(char, &str); 19] = [
    ('Æ', "AE"),
    ('æ', "ae"),
    ('Þ', "Th"),
    ('þ', "th"),
    ('ß', "ss"),
    ('Ĳ', "IJ"),
    ('ĳ', "ij"),
    ('Œ', "OE"),
    ('œ', "oe"),
    ('ª', "a"),
    ('µ', "micro"),
    ('μ', "micro"),
    ('ﬀ', "ff"),
    ('ﬁ', "fi"),
    ('ﬂ', "fl"),
    ('ﬃ', "ffi"),
    ('ﬄ', "ffl"),
    ('ﬅ', "st"),
    ('ﬆ', "st"),
];

/// The plain letters of `c`, when it is a Latin letter in some dress.
pub fn plain(c: char, out: &mut String) -> bool {
    if let Some((_, letters)) = SEVERAL.iter().find(|(several, _)| *several == c) {
        out.push_str(letters);
        return true;
    }
    match in_blocks(c).or_else(|| styled(c)) {
        Some(letter) => {
            out.push(letter);
            true
        }
        None => false,
    }
}

fn in_blocks(c: char) -> Option<char> {
    BLOCKS.iter().find_map(|(first, letters)| {
        let place = (c as u32).checked_sub(*first)?;
        let letter = *letters.as_bytes().get(place as usize)?;
        (letter != b'*').then_some(char::from(letter))
    })
}

/// Bold, italic, circled and wide letters, as people paste them from other apps.
fn styled(c: char) -> Option<char> {
    let code = c as u32;
    let place = match code {
        // Mathematical alphabets: thirteen of 52 letters each, one after the other.
        0x1D400..=0x1D6A3 => (code - 0x1D400) % 52,
        // Circled letters.
        0x24B6..=0x24E9 => code - 0x24B6,
        // Wide letters of East Asian keyboards.
        0xFF21..=0xFF3A => code - 0xFF21,
        0xFF41..=0xFF5A => code - 0xFF41 + 26,
        // The kelvin and ångström signs are letters.
        0x212A => 10,
        0x212B => 0,
        _ => return None,
    };
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    letters.get(place as usize).map(|b| char::from(*b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_lose_their_dress() {
        let cases = [
            ("é", "e"),
            ("ŵ", "w"),
            ("Ŷ", "Y"),
            ("ñ", "n"),
            ("ß", "ss"),
            ("Łódź", "Lodz"),
            ("Nguyễn", "Nguyen"),
            ("ﬁ", "fi"),
            ("𝓗𝐢", "Hi"),
            ("Ｂ", "B"),
            ("Ⓐ", "A"),
        ];
        for (text, expected) in cases {
            let mut out = String::new();
            for c in text.chars() {
                if !plain(c, &mut out) {
                    out.push(c);
                }
            }
            assert_eq!(out, expected);
        }
    }

    #[test]
    fn other_scripts_have_none() {
        for c in "жبعπ中×÷".chars() {
            assert!(!plain(c, &mut String::new()), "{c}");
        }
    }

    #[test]
    fn blocks_are_as_long_as_they_say() {
        let lengths = BLOCKS.map(|(_, letters)| letters.len());
        assert_eq!(lengths, [64, 128, 208, 256]);
    }
}
