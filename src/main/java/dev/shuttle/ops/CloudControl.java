package dev.shuttle.ops;

import dev.shuttle.settings.Settings;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.List;

/** The account, as JMX shows it; calls go through this breaker. */
final class CloudControl implements Managed.Cloud {
    private final Settings.Cloud cloud;
    private final CircuitBreaker breaker;

    CloudControl(Settings.Cloud cloud, CircuitBreaker breaker) {
        this.cloud = cloud;
        this.breaker = breaker;
    }

    @Override
    public boolean isOn() {
        return cloud.key() != null;
    }

    @Override
    public String getBaseUrl() {
        return cloud.baseUrl().toString();
    }

    @Override
    public List<String> getModels() {
        return cloud.models();
    }

    @Override
    public String getBreakerState() {
        return breaker.getState().name();
    }

    @Override
    public float getFailureRate() {
        return breaker.getMetrics().getFailureRate();
    }

    @Override
    public long getCallsNotPermitted() {
        return breaker.getMetrics().getNumberOfNotPermittedCalls();
    }

    @Override
    public int getMaxInFlight() {
        return cloud.maxInFlight();
    }

    @Override
    public int getSubmitRate() {
        return cloud.submitRate();
    }

    @Override
    public int getPollRate() {
        return cloud.pollRate();
    }

    @Override
    public void closeBreaker() {
        breaker.transitionToClosedState();
    }
}
