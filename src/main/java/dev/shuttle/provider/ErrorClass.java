package dev.shuttle.provider;

/** What an error asks of us; the answers are inferred from the documented causes. */
public enum ErrorClass {
    /** Passing: wait and send the same to the same model again. */
    RETRY,
    /** Perhaps passing, more often caused by the input: once more, then another model or the local road. */
    RETRY_ONCE,
    /** This input will never be accepted. */
    NEVER,
    /** This model cannot be used as it was called; another one may. */
    NEXT_MODEL,
    /** The account or the key is refused: nothing will work until somebody acts, so the breaker opens. */
    ACCOUNT
}
