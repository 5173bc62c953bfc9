package dev.shuttle.pipeline.cloud;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.model.CatchDefinition;
import org.apache.camel.model.ChoiceDefinition;
import org.apache.camel.model.CircuitBreakerDefinition;
import org.apache.camel.model.FinallyDefinition;
import org.apache.camel.model.OnFallbackDefinition;
import org.apache.camel.model.OtherwiseDefinition;
import org.apache.camel.model.ProcessorDefinition;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.jspecify.annotations.Nullable;

/** Notes the ids of the steps in the order in which exchanges reach them, and of each branch before its first step. */
final class VisitedSteps implements InterceptStrategy {
    private record Branch(String id, List<ProcessorDefinition<?>> steps) {}

    private final List<String> ids = new CopyOnWriteArrayList<>();

    List<String> ids() {
        return List.copyOf(ids);
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, @Nullable Processor next) {
        List<String> reached = reached((ProcessorDefinition<?>) definition);
        return new DelegateAsyncProcessor(target) {
            @Override
            public boolean process(Exchange exchange, AsyncCallback callback) {
                ids.addAll(reached);
                return super.process(exchange, callback);
            }
        };
    }

    /** Camel wraps steps, not the branches that they stand in: a branch is reached with its first step. */
    private static List<String> reached(ProcessorDefinition<?> step) {
        return Stream.concat(
                        branches(step.getParent())
                                .filter(branch -> branch.steps().get(0) == step)
                                .map(Branch::id),
                        Stream.of(step.getId()))
                .toList();
    }

    private static Stream<Branch> branches(@Nullable ProcessorDefinition<?> parent) {
        if (parent instanceof ChoiceDefinition choice) {
            OtherwiseDefinition otherwise = choice.getOtherwise();
            return Stream.concat(
                    choice.getWhenClauses().stream().map(when -> new Branch(when.getId(), when.getOutputs())),
                    otherwise == null
                            ? Stream.empty()
                            : Stream.of(new Branch(otherwise.getId(), otherwise.getOutputs())));
        }
        if (parent instanceof CircuitBreakerDefinition breaker && breaker.getOnFallback() != null) {
            OnFallbackDefinition fallback = breaker.getOnFallback();
            return Stream.of(new Branch(fallback.getId(), fallback.getOutputs()));
        }
        return parent instanceof CatchDefinition || parent instanceof FinallyDefinition
                ? Stream.of(new Branch(parent.getId(), parent.getOutputs()))
                : Stream.empty();
    }
}
