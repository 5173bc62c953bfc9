package dev.shuttle.ops;

import java.util.List;

/** What operators are told, as JMX shows it; never where it is posted. */
public interface AlertsMXBean {
    /** What is wrong now, with since when. */
    List<String> getRaised();

    /** Alerts that wait to be posted. */
    int getWaiting();

    /** Alerts that were given up. */
    long getLost();

    /** Posts an alert that says it is a test. */
    void test();
}
