//! The figures, for people and for programs.

use std::fmt;

use serde_json::{Value, json};

/// What a figure must be.
#[derive(Clone, Copy)]
pub(crate) enum Bound {
    AtMost(f64),
    AtLeast(f64),
}

/// One figure.
#[derive(Default)]
pub(crate) struct Row {
    figure: String,
    unit: &'static str,
    bare: Option<f64>,
    sdk: Option<f64>,
    result: Option<f64>,
    bound: Option<Bound>,
    goal: Option<f64>,
    skipped: Option<&'static str>,
}

impl Row {
    /// Both contenders' figures.
    pub(crate) fn pair(figure: String, unit: &'static str, bare: f64, sdk: f64) -> Self {
        Self { figure, unit, bare: Some(bare), sdk: Some(sdk), ..Self::default() }
    }

    /// A single figure.
    pub(crate) fn figure(figure: String, unit: &'static str, result: f64) -> Self {
        Self { figure, unit, result: Some(result), ..Self::default() }
    }

    /// A figure that could not be had, and why.
    pub(crate) fn skipped(figure: &str, why: &'static str) -> Self {
        Self { figure: figure.to_owned(), skipped: Some(why), ..Self::default() }
    }

    /// What the figure must be, and what it should be.
    pub(crate) fn bound(self, bound: Option<Bound>, goal: Option<f64>) -> Self {
        Self { bound, goal, ..self }
    }

    fn met(&self) -> Option<bool> {
        Some(match self.bound? {
            Bound::AtMost(most) => self.result? <= most,
            Bound::AtLeast(least) => self.result? >= least,
        })
    }

    fn requirement(&self) -> String {
        if let Some(why) = self.skipped {
            return format!("skipped: {why}");
        }
        let text = match self.bound {
            Some(Bound::AtMost(most)) => format!("must <= {most}"),
            Some(Bound::AtLeast(least)) => format!("must >= {least}"),
            None => return String::new(),
        };
        let goal = self.goal.map(|goal| format!(", goal {goal}")).unwrap_or_default();
        let met = if self.met() == Some(true) { "ok" } else { "MISSED" };
        format!("{:<24}{met}", text + &goal)
    }
}

/// The figures in the order in which they were taken.
#[derive(Default)]
pub(crate) struct Table(Vec<Row>);

impl Table {
    pub(crate) fn push(&mut self, row: Row) {
        self.0.push(row);
    }

    pub(crate) fn json(&self) -> Value {
        let row = |row: &Row| {
            let (most, least) = match row.bound {
                Some(Bound::AtMost(most)) => (Some(most), None),
                Some(Bound::AtLeast(least)) => (None, Some(least)),
                None => (None, None),
            };
            let fields = [
                ("figure", json!(row.figure)),
                ("unit", json!((!row.unit.is_empty()).then_some(row.unit))),
                ("bare", json!(row.bare)),
                ("sdk", json!(row.sdk)),
                ("result", json!(row.result)),
                ("atMost", json!(most)),
                ("atLeast", json!(least)),
                ("goal", json!(row.goal)),
                ("met", json!(row.met())),
                ("skipped", json!(row.skipped)),
            ];
            fields.into_iter().filter(|(_, value)| !value.is_null()).collect::<Value>()
        };
        json!({ "rows": self.0.iter().map(row).collect::<Vec<_>>() })
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.0.iter().map(|row| row.figure.len()).max().unwrap_or_default();
        let compares = self.0.iter().any(|row| row.bare.is_some());
        let mut line = |cells: [&str; 6]| {
            let [figure, unit, bare, sdk, result, requirement] = cells;
            let pair = if compares { format!("{bare:>9} {sdk:>9} ") } else { String::new() };
            let text = format!("{figure:width$}  {unit:<7} {pair}{result:>9}  {requirement}");
            writeln!(f, "{}", text.trim_end())
        };
        line(["figure", "unit", "bare", "SDK", "result", "requirement"])?;
        for row in &self.0 {
            let [bare, sdk, result] = [row.bare, row.sdk, row.result].map(number);
            line([&row.figure, row.unit, &bare, &sdk, &result, &row.requirement()])?;
        }
        Ok(())
    }
}

/// A number with as many places as say something.
fn number(value: Option<f64>) -> String {
    match value {
        None => String::new(),
        Some(value) if value.abs() >= 1000.0 => format!("{value:.0}"),
        Some(value) if value.abs() >= 10.0 => format!("{value:.1}"),
        Some(value) => format!("{value:.3}"),
    }
}
