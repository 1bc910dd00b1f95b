//! Panics end in a trap at once.
//!
//! In a module for the web nobody hears what a panic has to say: the standard library has nowhere to
//! print it, and what follows is a trap either way. The words cost 20 kB of formatting, so the
//! functions that would find them become the trap itself.

use walrus::{FunctionBuilder, FunctionId, Module};

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

/// Makes a trap of every function that only panics.
pub(crate) fn silence(module: &mut Module) {
    let loud: Vec<FunctionId> = module
        .funcs
        .iter_local()
        .filter(|(id, _)| module.funcs.get(*id).name.as_deref().is_some_and(is_panic))
        .map(|(id, _)| id)
        .collect();
    for id in loud {
        let function = module.funcs.get_mut(id);
        let walrus::FunctionKind::Local(local) = &function.kind else { continue };
        let ty = module.types.get(local.ty());
        let (params, results) = (ty.params().to_vec(), ty.results().to_vec());
        let arguments = params.iter().map(|kind| module.locals.add(*kind)).collect();
        let mut builder = FunctionBuilder::new(&mut module.types, &params, &results);
        builder.func_body().unreachable();
        module.funcs.get_mut(id).kind = walrus::FunctionKind::Local(builder.local_func(arguments));
    }
}

/// Whether a name such as `core[c5930c85a12de822]::panicking::panic_fmt` is of one that panics.
fn is_panic(name: &str) -> bool {
    let mut plain = String::with_capacity(name.len());
    let mut hash = false;
    for letter in name.trim_start_matches('<').chars() {
        hash = (hash || letter == '[') && letter != ']';
        if !hash && letter != ']' {
            plain.push(letter);
        }
    }
    PANICS.iter().any(|start| plain.starts_with(start))
}
