use super::*;

fn declared() -> (Contract, Files) {
    let contract = Contract::read().expect("the contract");
    let mut files = Files::default();
    declarations(&contract, &mut files);
    (contract, files)
}

#[test]
fn every_operation_is_a_function_and_a_method_and_documented() {
    let (contract, files) = declared();
    for operation in &contract.operations {
        let domain = operation.spec.domain();
        let module = files.get(&format!("{FOLDER}/{domain}.d.ts")).expect("a module");
        let name = name(operation.spec);
        for start in [format!("export declare function {name}(client: AvaloClient, "), format!("  {name}(")] {
            let place = module.find(&start).unwrap_or_else(|| panic!("{start}"));
            assert!(module[..place].trim_end().ends_with("*/"), "{start} has no documentation");
        }
    }
}

#[test]
fn no_type_is_any_and_every_name_is_declared() {
    let (contract, files) = declared();
    let types = files.get(&format!("{FOLDER}/types.d.ts")).expect("the types");
    assert!(!types.contains(": any") && !types.contains("<any>") && !types.contains(": unknown"));
    for name in contract.types.keys().filter(|name| !["Problem", "Code"].contains(&name.as_str())) {
        let declared = [format!("export interface {name} {{"), format!("export type {name} =")];
        assert!(declared.iter().any(|start| types.contains(start)), "{name}");
    }
    for operation in &contract.operations {
        let count = usize::from(Manner::of(operation.spec) != Manner::Subscription);
        let declared = [
            format!("export interface {} {{", operation.request),
            format!("export type {} =", operation.request),
        ];
        assert_eq!(
            declared.iter().map(|start| types.matches(start).count()).sum::<usize>(),
            count,
            "{}",
            operation.request
        );
    }
}

#[test]
fn an_answer_may_hold_a_name_that_is_not_known_and_a_request_may_not() {
    let (_, files) = declared();
    let types = files.get(&format!("{FOLDER}/types.d.ts")).expect("the types");
    let inside = |name: &str| {
        let from = types.find(&format!("export interface {name} {{")).expect("a type");
        types[from..].split("\n}").next().expect("its members")
    };
    assert!(inside("Message").contains("kind: Open<MessageKind>;"));
    assert!(inside("SendMessage").contains("kind?: MessageKind | null;"));
    assert!(
        inside("FeedPage").contains("posts: Post[];") && inside("FeedPage").contains("nextCursor?: string;")
    );
    assert!(inside("GetFeed").contains("limit?: number;"));
}
