//! The reference server of Avalo.
