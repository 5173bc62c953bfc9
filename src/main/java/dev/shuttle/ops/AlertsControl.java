package dev.shuttle.ops;

import dev.shuttle.ops.alert.Alerting;
import java.util.List;

/** Alerts under JMX. */
public final class AlertsControl implements AlertsMXBean {
    private final Alerting alerting;

    /** Shows these. */
    public AlertsControl(Alerting alerting) {
        this.alerting = alerting;
    }

    @Override
    public List<String> getRaised() {
        return alerting.alerts().raised();
    }

    @Override
    public int getWaiting() {
        return alerting.waiting();
    }

    @Override
    public long getLost() {
        return alerting.lost();
    }

    @Override
    public void test() {
        alerting.alerts().test();
    }
}
