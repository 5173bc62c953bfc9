package dev.shuttle.camel;

import org.apache.camel.CamelContext;
import org.apache.camel.model.RedeliveryPolicyDefinition;
import org.apache.camel.model.errorhandler.DeadLetterChannelDefinition;
import org.apache.camel.model.errorhandler.NoErrorHandlerDefinition;
import org.apache.camel.spi.Registry;

/** The error handlers that routes name: by a reference, because as an element of a route Hawtio draws no diagram of it. */
public final class ErrorHandlers {
    /** Takes whatever broke in a route that begins with a folder, a timer or a queue. */
    private static final String FAILED = "direct:job-failed";

    private ErrorHandlers() {}

    /**
     * Binds {@code noErrorHandler}, which leaves a failure to the calling route or to the door it came by, and {@code
     * jobErrors}, which ends it with its job. Routes that name none, such as those Camel makes of {@code rest:}, have the
     * first: what failed stands in the answer, and in the log where it is a fault of ours.
     */
    public static void bindTo(CamelContext context) {
        NoErrorHandlerDefinition none = new NoErrorHandlerDefinition();
        context.getCamelContextExtension().setErrorHandlerFactory(none);
        Registry registry = context.getRegistry();
        registry.bind("noErrorHandler", none);
        DeadLetterChannelDefinition channel = new DeadLetterChannelDefinition(FAILED);
        channel.setRedeliveryPolicy(new RedeliveryPolicyDefinition()
                .maximumRedeliveries(0)
                .logExhausted(false)
                .logExhaustedMessageHistory(false));
        registry.bind("jobErrors", channel);
    }
}
