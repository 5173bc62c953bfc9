package dev.shuttle.pipeline.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JobEventsTest {
    private final JobEvents events = new JobEvents();
    private final Journal journal = new NotifyingJournal(new MemoryJournal(), events);
    private final List<Job> heard = new ArrayList<>();

    @Test
    void everyCommitIsAnnouncedAsTheJournalHasIt() {
        events.onCommit(heard::add);

        Job admitted = journal.admit(Jobs.admitted("peony.png"));

        assertThat(heard).containsExactly(admitted);
    }

    @Test
    void jobsAdmittedTogetherAreAnnouncedOneByOne() {
        events.onCommit(heard::add);

        List<Job> admitted = journal.admitAll(List.of(Jobs.admitted("peony.png"), Jobs.admitted("crane.png")));

        assertThat(heard).containsExactlyElementsOf(admitted);
    }

    @Test
    void aCommitIsNoEnd() {
        events.onEnd(heard::add);

        journal.admit(Jobs.admitted("peony.png"));

        assertThat(heard).isEmpty();
    }

    @Test
    void anEndIsAnnouncedToAllInTheOrderTheyCameButToThoseWhoAreWaitedForFirst() {
        List<String> order = new ArrayList<>();
        events.onEnd(job -> order.add("first"));
        events.onEnd(job -> order.add("second"));
        events.onEndFirst(job -> order.add("waited for"));

        events.ended(Jobs.inEveryFinalState().get(0));

        assertThat(order).containsExactly("waited for", "first", "second");
    }
}
