package dev.shuttle.app;

import dev.shuttle.settings.Broker;
import java.util.HashMap;
import java.util.Map;

/**
 * The stages' queues of a node whose pictures no other node reaches. In a common queue a message would go to whoever asks next, who sends it
 * back; a broker that serves its consumers in turn may then give two messages to the wrong nodes for ever, each in the other's turn.
 */
final class OwnQueues {
    private OwnQueues() {}

    /** {@code amqp:queue:shuttle.cloud?…} is {@code amqp:queue:shuttle.cloud.mill-1?…}; what cannot be delivered is in one queue. */
    static Map<String, String> of(String node, Map<String, String> named) {
        Map<String, String> own = new HashMap<>();
        for (String stage : Broker.STAGES) {
            String queue = named.get(stage);
            if (queue != null && !stage.equals(Broker.DEAD)) {
                int options = queue.indexOf('?');
                int end = options < 0 ? queue.length() : options;
                own.put(stage, queue.substring(0, end) + "." + node + queue.substring(end));
            }
        }
        return own;
    }
}
