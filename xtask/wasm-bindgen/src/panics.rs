//! Panics end in a trap at once.
//!
//! In a module for the web nobody hears what a panic has to say: the standard library has nowhere to
//! print it, and what follows is a trap either way. The words cost 20 kB of formatting, so the
//! functions that would find them become the trap itself.

use walrus::{FunctionBuilder, FunctionId, FunctionKind, Module, ValType};

/// The functions of the standard library that only ever end in a panic, by how their names begin.
const PANICS: &[&str] = &[
    "core::cell::panic_already",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::panicking::",
    "core::result::unwrap_failed",
    "core::slice::copy_from_slice_impl::len_mismatch_fail",
    "core::slice::index::slice_",
    "core::str::slice_error_fail",
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::capacity_overflow",
    "alloc::raw_vec::handle_error",
    "std::alloc::rust_oom",
    "std::panicking::",
    "std::process::abort",
];

/// Makes a trap of every function that only panics, and lets `{:?}`, in which only panics speak here,
/// print nothing.
pub(crate) fn silence(module: &mut Module) {
    let named = module.funcs.iter_local().filter_map(|(id, _)| {
        let name = plain(module.funcs.get(id).name.as_deref()?);
        let is_debug = name.contains(" as core::fmt::Debug>::fmt");
        (is_debug || PANICS.iter().any(|start| name.starts_with(start))).then_some((id, is_debug))
    });
    for (id, is_debug) in named.collect::<Vec<(FunctionId, bool)>>() {
        let FunctionKind::Local(loud) = &module.funcs.get(id).kind else { continue };
        let kind = module.types.get(loud.ty());
        let (params, results) = (kind.params().to_vec(), kind.results().to_vec());
        let arguments = params.iter().map(|param| module.locals.add(*param)).collect();
        let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
        if is_debug && results == [ValType::I32] {
            builder.func_body().i32_const(0);
        } else {
            builder.func_body().unreachable();
        }
        module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(arguments));
    }
}

/// A name such as `core[c5930c85a12de822]::panicking::panic_fmt` without its hash.
fn plain(name: &str) -> String {
    let mut plain = String::with_capacity(name.len());
    let mut hash = false;
    for letter in name.chars() {
        match letter {
            '[' => hash = true,
            ']' => hash = false,
            _ if !hash => plain.push(letter),
            _ => {}
        }
    }
    plain
}
