//! Calls in rounds that take turns, so that what else the machine does meets both contenders alike.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use tokio::task::JoinSet;

use crate::{
    contenders::{Contender, Pair},
    quantile::quantile,
};

/// How the calls are made.
#[derive(Clone, Copy)]
pub(crate) struct Load {
    /// How many are under way at any time.
    pub(crate) lanes: u32,
    /// How many each lane makes in a round.
    pub(crate) calls: u32,
    /// How many rounds each contender has.
    pub(crate) rounds: usize,
}

/// What one contender did over all rounds.
#[derive(Default)]
pub(crate) struct Figures {
    /// The median, in microseconds.
    pub(crate) p50: f64,
    /// What one call in a hundred takes longer than, in microseconds.
    pub(crate) p99: f64,
    /// The median of the rounds' throughput.
    pub(crate) per_second: f64,
}

/// Both beside each other.
pub(crate) struct Comparison {
    pub(crate) bare: Figures,
    pub(crate) sdk: Figures,
    /// The median of the rounds' differences in p50, in microseconds.
    pub(crate) added: f64,
    /// The median of the rounds' ratios of throughput, SDK / bare.
    pub(crate) ratio: f64,
}

#[derive(Default)]
struct Log {
    latencies: Vec<f64>,
    medians: Vec<f64>,
    rates: Vec<f64>,
}

pub(crate) async fn compare(pair: &Arc<Pair>, load: Load) -> Comparison {
    let (mut bare, mut sdk) = (Log::default(), Log::default());
    for contender in [Contender::Bare, Contender::Sdk] {
        round(pair, contender, load).await;
    }
    let mut order = [(Contender::Bare, &mut bare), (Contender::Sdk, &mut sdk)];
    for _ in 0..load.rounds {
        for (contender, log) in &mut order {
            let (mut latencies, elapsed) = round(pair, *contender, load).await;
            log.rates.push(latencies.len() as f64 / elapsed.as_secs_f64());
            log.medians.push(quantile(&mut latencies, 0.5));
            log.latencies.append(&mut latencies);
        }
        order.reverse();
    }
    let by_round = |of: fn(&Log) -> &[f64], join: fn(f64, f64) -> f64| {
        let mut joined: Vec<f64> = of(&bare).iter().zip(of(&sdk)).map(|(a, b)| join(*a, *b)).collect();
        quantile(&mut joined, 0.5)
    };
    let added = by_round(|log| &log.medians, |bare, sdk| sdk - bare);
    let ratio = by_round(|log| &log.rates, |bare, sdk| sdk / bare);
    Comparison { added, ratio, bare: bare.figures(), sdk: sdk.figures() }
}

/// The latencies of one round, in microseconds, and how long it took.
pub(crate) async fn round(pair: &Arc<Pair>, contender: Contender, load: Load) -> (Vec<f64>, Duration) {
    let began = Instant::now();
    let mut lanes = JoinSet::new();
    for lane in 0..load.lanes {
        let pair = Arc::clone(pair);
        lanes.spawn(async move {
            let mut latencies = Vec::with_capacity(load.calls as usize);
            for _ in 0..load.calls {
                let sent = Instant::now();
                let page = pair.call(contender, lane).await;
                latencies.push(sent.elapsed().as_secs_f64() * 1e6);
                drop(page);
            }
            latencies
        });
    }
    (lanes.join_all().await.concat(), began.elapsed())
}

impl Log {
    fn figures(&mut self) -> Figures {
        Figures {
            p50: quantile(&mut self.latencies, 0.5),
            p99: quantile(&mut self.latencies, 0.99),
            per_second: quantile(&mut self.rates, 0.5),
        }
    }
}
