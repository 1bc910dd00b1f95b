// The wallet: what there is, and where it came from.

import { useAvaloEvents, useAvaloQuery } from "@avalo/react";
import type { Transaction } from "@avalo/sdk";
import { Failure, Loading, Notice, When } from "../parts";
import { useShared } from "../shared";

export function Wallet() {
  const { wallet } = useShared();
  const history = useAvaloQuery(["transactions"], (sdk, options) => sdk.payments.getTransactions({ limit: 50 }, options));
  useAvaloEvents(({ kind }) => void (kind === "wallet_update" && history.refetch()));
  return (
    <>
      <h1>Your wallet</h1>
      {wallet.isLoading && <div className="purse skeleton" role="status" aria-label="Loading" />}
      {wallet.data && (
        <section className="purse" aria-label="Balance">
          <p>Balance</p>
          <strong>
            {wallet.data.balance.toLocaleString("en")} <small>tokens</small>
          </strong>
          <dl>
            <div>
              <dt>Pending</dt>
              <dd>{wallet.data.pending.toLocaleString("en")}</dd>
            </div>
            <div>
              <dt>Withdrawable</dt>
              <dd>{wallet.data.withdrawable.toLocaleString("en")}</dd>
            </div>
          </dl>
        </section>
      )}
      {wallet.error && !wallet.data && (
        <Failure title="The wallet could not be read" error={wallet.error} retry={wallet.refetch} />
      )}
      <h2>Transactions</h2>
      {history.isLoading && <Loading rows={3} kind="line" />}
      {history.error && !history.data && (
        <Failure title="They could not be read" error={history.error} retry={history.refetch} />
      )}
      {history.data?.transactions.length === 0 && (
        <Notice title="Nothing yet">What you buy, send and earn appears here.</Notice>
      )}
      {history.data && history.data.transactions.length > 0 && (
        <ul className="transactions">
          {history.data.transactions.map((transaction) => (
            <Line key={transaction.id} transaction={transaction} />
          ))}
        </ul>
      )}
    </>
  );
}

const names: Record<string, string> = {
  seed: "Opening balance",
  unlock: "Unlocked post",
  chat_deposit: "Chat deposit",
  chat_message: "Chat message",
  chat_refund: "Chat refund",
};

/** A kind that a later version of the API adds has a readable name too. */
const nameOf = (kind: string) => names[kind] ?? kind.replaceAll("_", " ").replace(/^./, (first) => first.toUpperCase());

function Line({ transaction: { kind, incoming, amount, balanceAfter, createdAt } }: { transaction: Transaction }) {
  return (
    <li>
      <span className={incoming ? "in" : "out"} aria-hidden="true">
        {incoming ? "↓" : "↑"}
      </span>
      <div>
        <b>{nameOf(kind)}</b>
        <When at={createdAt} />
      </div>
      <div>
        <b className={incoming ? "gain" : undefined}>
          {incoming ? "+" : "−"}
          {amount.toLocaleString("en")}
        </b>
        <small>{balanceAfter.toLocaleString("en")} after</small>
      </div>
    </li>
  );
}
