//! The contract language: what an operation is, and the table that says it.

pub mod form;
pub mod limit;
pub mod name;
mod row;

use serde::{Serialize, de::DeserializeOwned};

/// A type of the contract that names its fields.
pub trait Model {
    /// The names on the wire, in the order of their declaration.
    const FIELDS: &'static [&'static str];

    /// Those of the fields that are `#[nested]`, with the names inside.
    const NESTED: &'static [Nest] = &[];

    /// Checks every field against the limits that it states.
    ///
    /// # Errors
    ///
    /// For the first field that is out of them.
    fn check(&self) -> Result<(), limit::Breach>;
}

/// A field that holds models.
#[derive(Clone, Copy, Debug)]
pub struct Nest {
    /// The field.
    pub name: &'static str,
    /// The names of the fields inside.
    pub fields: &'static [&'static str],
    /// Those of them that hold models in turn.
    pub nested: &'static [Nest],
}

/// A request: the value that a caller fills in, the type by which a server routes.
pub trait Operation: Model + Serialize + DeserializeOwned + Send + Sync + 'static {
    /// What the server answers on success.
    type Response: Serialize + DeserializeOwned + Send + 'static;

    /// How the request travels.
    const SPEC: &'static Spec;
}

/// What both sides need to know of one operation. A row of `operations!` makes one.
#[derive(Debug)]
pub struct Spec {
    /// The name in every language and document: `chat.sendMessage`.
    pub id: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path, `{name}` standing for the request's field of that name.
    pub path: &'static str,
    /// Who may call it.
    pub auth: Auth,
    /// Whether it may be sent again.
    pub retry: Retry,
    /// For how many seconds an answer may be used again by the same user.
    pub cache: Option<u32>,
    /// Whether the caller must have proved a second factor in the last ten minutes.
    pub step_up: bool,
    /// Whether the answer is a stream of events.
    pub stream: bool,
    /// What the domain is about.
    #[cfg(feature = "schema")]
    pub about: &'static str,
    /// The documentation of the row.
    #[cfg(feature = "schema")]
    pub doc: &'static str,
    /// The request's fields.
    #[cfg(feature = "schema")]
    pub fields: &'static [&'static str],
    /// The schema of the request.
    #[cfg(feature = "schema")]
    pub request: crate::schema::Describe,
    /// The schema of the answer.
    #[cfg(feature = "schema")]
    pub response: crate::schema::Describe,
}

/// An HTTP method of the contract.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Method {
    /// Reads.
    Get,
    /// Does or creates.
    Post,
    /// Sets, with the same result however often.
    Put,
    /// Changes the fields that are present.
    Patch,
    /// Removes.
    Delete,
}

impl Method {
    /// The method as it is written in a request.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }

    /// Whether fields that the path does not name go into the query, not into a body.
    pub const fn has_query(self) -> bool {
        matches!(self, Self::Get | Self::Delete)
    }
}

/// Who may call an operation.
///
/// Levels are not a ladder: `Creator` asks for a creator, `Staff` for an employee. Each asks for a
/// valid access token first, `Public` for none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Auth {
    /// Anyone.
    Public,
    /// Anyone who is signed in.
    User,
    /// A user whose identity and age of 18 or more are approved.
    Verified,
    /// A verified user who became a creator.
    Creator,
    /// A member of the staff.
    Staff,
    /// An administrator.
    Admin,
}

/// Whether an operation may be sent again after a failure that may have reached the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Retry {
    /// Yes: doing it twice is doing it once.
    Safe,
    /// Yes, with the idempotency key that travels with every attempt.
    Keyed,
    /// No: late is worse than never.
    Never,
}

impl Spec {
    /// Makes the part that every row states.
    pub const fn new(id: &'static str, method: Method, path: &'static str, auth: Auth, retry: Retry) -> Self {
        Self {
            id,
            method,
            path,
            auth,
            retry,
            cache: None,
            step_up: false,
            stream: false,
            #[cfg(feature = "schema")]
            about: "",
            #[cfg(feature = "schema")]
            doc: "",
            #[cfg(feature = "schema")]
            fields: &[],
            #[cfg(feature = "schema")]
            request: crate::schema::of::<()>,
            #[cfg(feature = "schema")]
            response: crate::schema::of::<()>,
        }
    }

    /// Lets an answer be used again for so many seconds.
    pub const fn cache(mut self, seconds: u32) -> Self {
        self.cache = Some(seconds);
        self
    }

    /// Asks for a second factor proved in the last ten minutes.
    pub const fn step_up(mut self) -> Self {
        self.step_up = true;
        self
    }

    /// Says that the answer is a stream of events.
    pub const fn stream(mut self) -> Self {
        self.stream = true;
        self
    }

    /// Keeps what only documents and generators need.
    #[cfg(feature = "schema")]
    pub const fn described<Request, Response>(
        mut self,
        about: &'static str,
        doc: &'static str,
        fields: &'static [&'static str],
    ) -> Self
    where
        Request: schemars::JsonSchema,
        Response: schemars::JsonSchema,
    {
        self.about = about;
        self.doc = doc;
        self.fields = fields;
        self.request = crate::schema::of::<Request>;
        self.response = crate::schema::of::<Response>;
        self
    }

    /// The domain, the part of the id before the dot.
    pub fn domain(&self) -> &'static str {
        let dot = self.id.bytes().position(|byte| byte == b'.');
        dot.and_then(|dot| self.id.get(..dot)).unwrap_or(self.id)
    }
}

/// One domain: a handle, and a row for each operation.
///
/// ```text
/// operations! {
///     /// Conversations and the messages in them.
///     Chat = "chat";
///
///     /// Sends a message to a conversation.
///     send_message(SendMessage) -> Message {
///         POST "/v1/chats/{chatId}/messages", auth: User, retry: Keyed
///     }
/// }
/// ```
///
/// After `retry` a row may say `, stream`, `, cache: <seconds>` and `, step_up`, in any order but
/// `stream` first. Anything richer belongs in the types. A path that names a field which the
/// request does not have does not compile.
macro_rules! operations {
    (
        $(#[doc = $about:literal])*
        $Handle:ident = $domain:literal;
        $(
            $(#[doc = $doc:literal])*
            $name:ident($Request:ident) -> $Response:ty {
                $verb:ident $path:literal, auth: $auth:ident, retry: $retry:ident
                $(, $mark:ident $(: $value:literal)?)*
            }
        )*
    ) => {
        $(#[doc = $about])*
        #[cfg(feature = "client")]
        #[derive(Clone, Debug)]
        pub struct $Handle(pub(crate) crate::client::AvaloSdk);

        #[cfg(feature = "client")]
        impl $Handle {
            $($crate::operation::method! { [$($mark)*] $(#[doc = $doc])* $name($Request) })*
        }

        /// The handle as Swift and Kotlin have it.
        #[cfg(feature = "uniffi")]
        pub mod foreign {
            use super::*;

            $(#[doc = $about])*
            #[derive(Clone, Debug, uniffi::Object)]
            pub struct $Handle(pub crate::foreign::Caller);

            $($crate::operation::export! {
                [$($mark)*] $(#[doc = $doc])* $Handle.$name($Request) -> $Response
            })*
        }

        $(
            impl crate::operation::Operation for $Request {
                type Response = $Response;
                const SPEC: &'static crate::operation::Spec = {
                    use crate::operation::{Auth, Method, Model, Retry, Spec, name};
                    const METHOD: &str = stringify!($name);
                    const N: usize = name::id_len($domain, METHOD);
                    const ID: &[u8; N] = &name::id_bytes::<N>($domain, METHOD);
                    assert!(name::covers($path, <$Request as Model>::FIELDS));
                    const ROW: Spec = Spec::new(
                        name::text(ID),
                        $crate::operation::verb!($verb),
                        $path,
                        Auth::$auth,
                        Retry::$retry,
                    )
                    $(.$mark($($value)?))*;
                    #[cfg(feature = "schema")]
                    const SPEC: Spec =
                        ROW.described::<$Request, $Response>(ABOUT, concat!($($doc, "\n"),*), <$Request as Model>::FIELDS);
                    #[cfg(not(feature = "schema"))]
                    const SPEC: Spec = ROW;
                    &SPEC
                };
            }
        )*

        /// What the domain is about.
        #[cfg(feature = "schema")]
        pub const ABOUT: &str = concat!($($about, "\n"),*);

        /// The operations of this domain, in the order of their rows.
        pub const OPERATIONS: &[&crate::operation::Spec] =
            &[$(<$Request as crate::operation::Operation>::SPEC),*];
    };
}

/// The method that a row gives to its domain's handle. Streams have a method of their own.
#[cfg(feature = "client")]
macro_rules! method {
    ([stream $($mark:ident)*] $(#[doc = $doc:literal])* $name:ident($Request:ident)) => {};
    ([$($mark:ident)*] $(#[doc = $doc:literal])* $name:ident($Request:ident)) => {
        $(#[doc = $doc])*
        pub fn $name(&self, request: $Request) -> crate::client::Call<$Request> {
            self.0.call(request)
        }
    };
}

/// The same method for Swift and Kotlin, which call it and wait for its answer, or for what comes.
#[cfg(feature = "uniffi")]
macro_rules! export {
    ([stream $($mark:ident)*] $(#[doc = $doc:literal])* $Handle:ident.$name:ident($Request:ident) -> $Response:ty) => {
        #[uniffi::export]
        impl $Handle {
            $(#[doc = $doc])*
            #[must_use]
            pub fn $name(
                &self,
                request: <$Request as crate::foreign::Streamed>::Asked,
            ) -> std::sync::Arc<<$Request as crate::foreign::Streamed>::Stream> {
                <$Request as crate::foreign::Streamed>::begin(&self.0, request)
            }
        }
    };
    ([$($mark:ident)*] $(#[doc = $doc:literal])* $Handle:ident.$name:ident($Request:ident) -> $Response:ty) => {
        #[uniffi::export(async_runtime = "tokio")]
        impl $Handle {
            $(#[doc = $doc])*
            pub async fn $name(&self, request: $Request) -> Result<$Response, crate::foreign::AvaloError> {
                self.0.call(request).await
            }
        }
    };
}

macro_rules! verb {
    (GET) => {
        Method::Get
    };
    (POST) => {
        Method::Post
    };
    (PUT) => {
        Method::Put
    };
    (PATCH) => {
        Method::Patch
    };
    (DELETE) => {
        Method::Delete
    };
}

#[cfg(feature = "uniffi")]
pub(crate) use export;
#[cfg(feature = "client")]
pub(crate) use method;
pub(crate) use operations;
pub(crate) use verb;
