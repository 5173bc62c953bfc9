package dev.shuttle.emulator;

import org.jspecify.annotations.Nullable;

/** A call to which a fault could apply; calls with the same {@code counter} are counted together. */
record Occasion(
        Call call,
        @Nullable String model,
        @Nullable String pictureSha256,
        @Nullable Integer accepted,
        String counter) {

    static Occasion submit(Order order, int accepted) {
        return new Occasion(Call.SUBMIT, order.model(), order.pictureSha256(), accepted, "");
    }

    static Occasion about(Call call, Task task) {
        return new Occasion(call, task.order().model(), task.order().pictureSha256(), task.ordinal(), task.id());
    }

    static Occasion of(Call call) {
        return new Occasion(call, null, null, null, "");
    }
}
