package dev.shuttle.camel;

import dev.shuttle.pipeline.delivery.Deliveries;
import dev.shuttle.pipeline.delivery.Delivery;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.remote.RemoteFileOperations;
import org.apache.camel.component.file.remote.SftpEndpoint;
import org.apache.camel.util.FileUtil;
import org.jspecify.annotations.Nullable;

/**
 * What the route {@code delivery} needs beyond camel-ftp's producer: is the folder there already, and the rename that shows
 * it. Used by one thread at a time.
 */
public final class SftpDelivery {
    private final CamelContext context;
    private final String address;
    private final Deliveries deliveries;
    private @Nullable RemoteFileOperations<?> open;

    /** @param address the endpoint that files are sent to */
    public SftpDelivery(CamelContext context, String address, Deliveries deliveries) {
        this.context = context;
        this.address = address;
        this.deliveries = deliveries;
    }

    /** Whether it has not arrived yet; a kill can come between its arrival and our knowing of it. */
    public boolean isToSend(Delivery delivery) throws Exception {
        return !server().existsFile(path(delivery.name()));
    }

    /** Makes what was sent aside appear at its place, in one step. */
    public void show(Delivery delivery) throws Exception {
        String place = path(delivery.name());
        RemoteFileOperations<?> server = server();
        server.buildDirectory(FileUtil.onlyPath(place), false);
        server.renameFile(path(delivery.aside()), place);
    }

    /** It stays owed; the next try connects anew. */
    public void failed(Delivery delivery, Exception failure) {
        RemoteFileOperations<?> broken = open;
        open = null;
        if (broken != null) {
            broken.forceDisconnect();
        }
        deliveries.failed(delivery, Faults.of(failure, "shuttle.sftp.out"));
    }

    private RemoteFileOperations<?> server() throws Exception {
        SftpEndpoint endpoint = context.getEndpoint(address, SftpEndpoint.class);
        RemoteFileOperations<?> operations = open;
        if (operations == null) {
            operations = endpoint.createRemoteFileOperations();
            open = operations;
        }
        operations.connect(endpoint.getConfiguration(), null);
        return operations;
    }

    private String path(String name) {
        String folder = context.getEndpoint(address, SftpEndpoint.class)
                .getConfiguration()
                .getDirectory();
        return folder + "/" + name;
    }
}
