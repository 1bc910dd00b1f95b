//! Text as a comment of documentation.

/// How wide a line may become.
const WIDTH: usize = 110;

/// The comment above a declaration, with its line break; nothing for no text.
pub(super) fn comment(text: &str, indent: &str) -> String {
    // The end of a comment cannot be in one.
    let text = text.trim().replace("*/", "*\u{200b}/");
    if text.is_empty() {
        return String::new();
    }
    if !text.contains('\n') && indent.len() + text.chars().count() + 7 <= WIDTH {
        return format!("{indent}/** {text} */\n");
    }
    let mut comment = format!("{indent}/**\n");
    for line in text.lines() {
        for part in wrapped(line, WIDTH - indent.len() - 3) {
            comment += format!("{indent} * {part}").trim_end();
            comment.push('\n');
        }
    }
    comment + indent + " */\n"
}

/// A line in pieces of at most `width` characters, where words allow it. What follows the first piece
/// of a list's entry stands below its text.
fn wrapped(line: &str, width: usize) -> Vec<String> {
    let hang = if line.starts_with("- ") { "  " } else { "" };
    let mut pieces = vec![String::new()];
    for word in line.split(' ') {
        let last = pieces.last_mut().map(|last| (last.chars().count(), last));
        match last {
            Some((0, last)) => last.push_str(word),
            Some((length, last)) if length + 1 + word.chars().count() <= width => {
                last.push(' ');
                last.push_str(word);
            }
            _ => pieces.push([hang, word].concat()),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::{comment, wrapped};

    #[test]
    fn short_text_is_one_line_and_long_text_is_many() {
        assert_eq!(comment("A post.", "  "), "  /** A post. */\n");
        assert_eq!(comment("", ""), "");
        assert_eq!(comment("One.\n\nTwo.", ""), "/**\n * One.\n *\n * Two.\n */\n");
        assert_eq!(wrapped("- one two three", 9), ["- one two", "  three"]);
        assert!(!comment("an end */ in it", "").trim_end().trim_end_matches("*/").contains("*/"));
    }
}
