//! The people and things that a new world begins with.

use crate::{context::Ctx, refusal::Answer};

/// Fills an empty world.
pub(crate) fn fill(_ctx: &mut Ctx<'_>) -> Answer<()> {
    Ok(())
}
