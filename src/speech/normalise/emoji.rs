//! Emoji that people send most, by name; the others make no sound.

const NAMES: [(char, &str); 64] = [
    ('😀', "grinning face"),
    ('😃', "smiling face"),
    ('😄', "smiling face"),
    ('😁', "grinning face"),
    ('😂', "laughing face"),
    ('🤣', "laughing face"),
    ('😊', "smiling face"),
    ('🙂', "smiling face"),
    ('☺', "smiling face"),
    ('😉', "winking face"),
    ('😍', "face with heart eyes"),
    ('🥰', "face with hearts"),
    ('😘', "kiss"),
    ('😎', "cool face"),
    ('😐', "straight face"),
    ('🙁', "sad face"),
    ('☹', "sad face"),
    ('😞', "sad face"),
    ('😔', "sad face"),
    ('😢', "crying face"),
    ('😭', "crying face"),
    ('😡', "angry face"),
    ('😠', "angry face"),
    ('😱', "scared face"),
    ('😨', "scared face"),
    ('😰', "worried face"),
    ('😟', "worried face"),
    ('😴', "sleeping face"),
    ('😫', "tired face"),
    ('😩', "tired face"),
    ('🤔', "thinking face"),
    ('🤒', "ill face"),
    ('🤗', "hug"),
    ('🙄', "rolling eyes"),
    ('😅', "nervous laugh"),
    ('😬', "awkward face"),
    ('👍', "thumbs up"),
    ('👎', "thumbs down"),
    ('👏', "clapping"),
    ('🙏', "hands together"),
    ('👋', "wave"),
    ('💪', "strong arm"),
    ('❤', "heart"),
    ('♥', "heart"),
    ('💙', "blue heart"),
    ('💔', "broken heart"),
    ('🎉', "party"),
    ('🎂', "birthday cake"),
    ('⭐', "star"),
    ('🔥', "fire"),
    ('⚠', "warning"),
    ('🛑', "stop sign"),
    ('❗', "exclamation mark"),
    ('❓', "question mark"),
    ('📞', "telephone"),
    ('☎', "telephone"),
    ('🏠', "house"),
    ('🏥', "hospital"),
    ('🚌', "bus"),
    ('🚆', "train"),
    ('🚕', "taxi"),
    ('☕', "hot drink"),
    ('🎧', "headphones"),
    ('💊', "pill"),
];

/// What a person would call it.
pub fn name(emoji: char) -> Option<&'static str> {
    NAMES.iter().find(|(known, _)| *known == emoji).map(|(_, name)| *name)
}

#[cfg(test)]
mod tests {
    use crate::speech::normalise::check;

    #[test]
    fn emoji_are_named_or_left_out() {
        check(&[
            ("I am fine 🙂", "I am fine smiling face."),
            ("👍🏽", "thumbs up."),
            ("❤️ you", "heart you."),
            ("🦄", ""),
            ("Bus 🦄 42", "Bus forty two."),
            ("1️⃣ Ring J", "one Ring J."),
        ]);
    }
}
