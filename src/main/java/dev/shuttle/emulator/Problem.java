package dev.shuttle.emulator;

/**
 * What is wrong with an order's input.
 *
 * @param code of the FAILED task
 * @param message of the FAILED task: the service's words where they are known, else our own, marked "[emulator]"
 * @param advice what to change, for strict mode
 */
record Problem(String code, String message, String advice) {
    private static final String MARK = "[emulator] ";

    /** The algorithm's backend cannot take it: the service's bare InternalError. */
    static Problem backend(String advice) {
        DocumentedError error = DocumentedError.SUBMIT_ALGO_SERVICE;
        return new Problem(error.code(), error.message(), advice);
    }

    /** A documented error with its documented message. */
    static Problem of(DocumentedError error, String advice) {
        return new Problem(error.code(), error.message(), advice);
    }

    /** A documented code with our own words. */
    static Problem undocumented(String code, String advice) {
        return new Problem(code, MARK + advice, advice);
    }

    Outcome.Fails outcome() {
        return new Outcome.Fails(code, message);
    }

    /** The refusal at the submit, in strict mode. */
    Refusal strict() {
        return new Refusal(400, code.equals("InternalError") ? "InvalidParameter" : code, MARK + "strict: " + advice);
    }

    /** The answer of a synchronous call. */
    Refusal synchronous() {
        int status = DocumentedError.ofCode(code).map(DocumentedError::status).orElse(400);
        return new Refusal(status, code, message);
    }
}
