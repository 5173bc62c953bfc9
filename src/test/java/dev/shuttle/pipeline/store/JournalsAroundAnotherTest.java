package dev.shuttle.pipeline.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.pipeline.job.JdbcJournal;
import dev.shuttle.pipeline.job.Journal;
import dev.shuttle.pipeline.job.NotifyingJournal;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A default of {@link Journal} is for one program's; around a journal of several nodes it would be wrong without a word. */
final class JournalsAroundAnotherTest {
    @ParameterizedTest
    @ValueSource(classes = {KeepingJournal.class, NotifyingJournal.class, JdbcJournal.class})
    void inheritsNoDefault(Class<? extends Journal> around) {
        List<String> inherited = Arrays.stream(around.getMethods())
                .filter(method -> method.getDeclaringClass() == Journal.class)
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .map(Method::toString)
                .toList();

        assertThat(inherited).isEmpty();
    }
}
