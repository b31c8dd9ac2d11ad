//! The page that shows the pictures of the tour in order.
use crate::words::Words;

/// One picture of the tour.
#[derive(Debug, Clone)]
pub struct Picture {
    /// The name of its file.
    pub file: String,
    /// The heading of the screen.
    pub heading: String,
    /// What there is to see.
    pub about: String,
}

/// The page, as HTML that needs nothing else.
#[must_use]
pub fn index(words: &Words, pictures: &[Picture]) -> String {
    let title = escaped(&words.shown("tour-title"));
    let intro = escaped(&words.shown("tour-intro"));
    let note = escaped(&words.shown("tour-note"));
    let clip = escaped(&words.shown("tour-clip"));
    let shots: String = pictures.iter().map(shot).collect();
    format!(
        "<!doctype html>\n<html lang=\"en-GB\">\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <style>body{{font:18px/1.5 sans-serif;max-width:70rem;margin:2rem auto;padding:0 1rem}}\
         img{{max-width:100%;border:1px solid #888}}figure{{margin:3rem 0}}figcaption{{margin-top:.5rem}}</style>\n\
         <h1>{title}</h1>\n<p>{intro}</p>\n\
         <p><a href=\"note.txt\">{note}</a></p>\n<p>{clip}<br><audio controls src=\"clip.opus\"></audio></p>\n\
         {shots}</html>\n"
    )
}

fn shot(picture: &Picture) -> String {
    let (file, heading, about) = (escaped(&picture.file), escaped(&picture.heading), escaped(&picture.about));
    format!(
        "<figure><h2>{heading}</h2><img src=\"{file}\" alt=\"{heading}\"><figcaption>{about}</figcaption></figure>\n"
    )
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_cannot_become_tags() {
        let picture = Picture { file: "01-a.png".into(), heading: "A \"b\" <c>".into(), about: "d & e".into() };
        let page = index(&Words::in_language("en-GB"), &[picture]);
        assert!(page.contains("A &quot;b&quot; &lt;c&gt;"));
        assert!(page.contains("d &amp; e"));
    }
}
