// An engine outside of JavaScript has a network of its own: there is nothing to close here.

export class Network {
  close() {}
  end() {}
}
