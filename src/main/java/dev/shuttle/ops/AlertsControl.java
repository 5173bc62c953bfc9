package dev.shuttle.ops;

import dev.shuttle.ops.alert.Alerting;
import java.util.List;

/** Alerts, as JMX shows them. */
final class AlertsControl implements Managed.Alerts {
    private final Alerting alerting;

    AlertsControl(Alerting alerting) {
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
