//! The name of an operation, derived at compile time from the row's own words.

/// The length of `domain.method` once `method` is in camelCase.
pub const fn id_len(domain: &str, method: &str) -> usize {
    let bytes = method.as_bytes();
    let mut underscores = 0;
    let mut at = 0;
    while at < bytes.len() {
        underscores += (bytes[at] == b'_') as usize;
        at += 1;
    }
    domain.len() + 1 + bytes.len() - underscores
}

/// `domain.method` with `method` in camelCase: `chat` and `send_message` give `chat.sendMessage`.
pub const fn id_bytes<const N: usize>(domain: &str, method: &str) -> [u8; N] {
    let (domain, method) = (domain.as_bytes(), method.as_bytes());
    let mut id = [0; N];
    let mut at = 0;
    while at < domain.len() {
        id[at] = domain[at];
        at += 1;
    }
    id[at] = b'.';
    at += 1;
    let mut from = 0;
    let mut upper = false;
    while from < method.len() {
        if method[from] == b'_' {
            upper = true;
        } else {
            id[at] = if upper { method[from].to_ascii_uppercase() } else { method[from] };
            upper = false;
            at += 1;
        }
        from += 1;
    }
    id
}

/// Text from bytes that were text before.
pub const fn text(bytes: &[u8]) -> &str {
    match core::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => panic!("an operation's name is plain text"),
    }
}

/// Whether every `{name}` in `path` is one of `fields`.
pub const fn covers(path: &str, fields: &[&str]) -> bool {
    let path = path.as_bytes();
    let mut at = 0;
    while at < path.len() {
        if path[at] == b'{' {
            let start = at + 1;
            while path[at] != b'}' {
                at += 1;
            }
            if !contains(fields, path, start, at) {
                return false;
            }
        }
        at += 1;
    }
    true
}

const fn contains(fields: &[&str], path: &[u8], start: usize, end: usize) -> bool {
    let mut index = 0;
    while index < fields.len() {
        let field = fields[index].as_bytes();
        let mut same = field.len() == end - start;
        let mut at = 0;
        while same && at < field.len() {
            same = field[at] == path[start + at];
            at += 1;
        }
        if same {
            return true;
        }
        index += 1;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_covered_only_by_all_its_names() {
        assert!(covers("/v1/chats/{chatId}/messages/{messageId}", &["messageId", "chatId"]));
        assert!(!covers("/v1/chats/{chatId}/messages/{messageId}", &["chatId", "message"]));
        assert!(covers("/v1/wallet", &[]));
    }

    #[test]
    fn ids_read_as_javascript_does() {
        const N: usize = id_len("chat", "send_intro_message");
        assert_eq!(text(&id_bytes::<N>("chat", "send_intro_message")), "chat.sendIntroMessage");
    }
}
