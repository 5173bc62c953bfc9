package dev.shuttle.camel;

import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.jspecify.annotations.Nullable;

/**
 * An Error in a step, as where memory runs out while a picture is marshaled, is a failure of that exchange. Camel lets it through to the
 * thread otherwise: no {@code doCatch} and no {@code doFinally} sees it, and what the exchange holds is held for ever.
 */
public final class StepErrors implements InterceptStrategy {
    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, @Nullable Processor next) {
        return new DelegateAsyncProcessor(target) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                try {
                    return super.process(exchange, callback);
                } catch (Error broken) {
                    exchange.setException(broken);
                    callback.done(true);
                    return true;
                }
            }
        };
    }
}
