interface ImportMetaEnv {
  /** Where the API is; the reference server on this machine if absent. */
  readonly VITE_AVALO_ENDPOINT?: string;
}
