package dev.shuttle.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Laws of the queue, on random days of work. */
class TimetableTest {
    private static final Instant MORNING = Instant.parse("2026-01-15T02:00:00Z");

    private static List<Task> day(RandomGenerator random) {
        List<Task> tasks = new ArrayList<>();
        Instant now = MORNING;
        for (int i = 1; i <= 40; i++) {
            now = now.plusMillis(random.nextInt(4000));
            Order order =
                    new Order("m", Model.Shape.RESULTS, null, "p", 1, null, JsonNodeFactory.instance.objectNode());
            Instant cancelled = random.nextInt(8) == 0 ? now : null;
            Duration run = Duration.ofMillis(1 + random.nextInt(9000));
            tasks.add(new Task(
                    "t" + i,
                    "r",
                    i,
                    false,
                    now,
                    Duration.ofMillis(300),
                    run,
                    order,
                    new Outcome.Succeeds(),
                    cancelled));
        }
        return tasks;
    }

    @RepeatedTest(50)
    void neverMoreAtWorkThanPlacesNeverOvertakingNeverIdleWhileSomebodyWaits(RepetitionInfo repetition) {
        RandomGenerator random =
                RandomGeneratorFactory.of("L64X128MixRandom").create(repetition.getCurrentRepetition());
        int places = 1 + random.nextInt(3);
        List<Task> tasks = day(random);

        Timetable timetable = Timetable.of(tasks, model -> places);

        List<Task> kept =
                tasks.stream().filter(task -> task.cancelledAt() == null).toList();
        Instant last = Instant.MIN;
        for (Task task : kept) {
            Timetable.Slot slot = timetable.of(task);
            assertThat(slot.scheduled()).isAfterOrEqualTo(task.ready()).isAfterOrEqualTo(last);
            assertThat(slot.ended()).isEqualTo(slot.scheduled().plus(task.runTime()));
            long before = kept.subList(0, kept.indexOf(task)).stream()
                    .map(timetable::of)
                    .filter(other -> other.ended().isAfter(slot.scheduled()))
                    .count();
            assertThat(before).isLessThan(places);
            if (slot.scheduled().isAfter(task.ready())) {
                assertThat(kept.stream().map(timetable::of).map(Timetable.Slot::ended))
                        .as("it waited for somebody's end")
                        .contains(slot.scheduled());
            }
            last = slot.scheduled();
        }
    }
}
