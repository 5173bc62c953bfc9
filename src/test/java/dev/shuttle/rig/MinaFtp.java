package dev.shuttle.rig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.DefaultFtpReply;
import org.apache.ftpserver.ftplet.DefaultFtplet;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.ftplet.FtpReply;
import org.apache.ftpserver.ftplet.FtpRequest;
import org.apache.ftpserver.ftplet.FtpSession;
import org.apache.ftpserver.ftplet.FtpletResult;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.jspecify.annotations.Nullable;

/** Apache's FtpServer in this process. */
public final class MinaFtp implements RemoteServer {
    private final Path folder;
    private final int port;
    private final Set<String> refused = ConcurrentHashMap.newKeySet();
    private @Nullable FtpServer server;

    /** Prepares one whose folder lies here. */
    public MinaFtp(Path root) throws IOException {
        folder = Files.createDirectories(root.resolve("server/pictures"));
        port = RemoteServer.freePort();
    }

    /** From now on this command is answered with 550. */
    public void refuse(String command) {
        refused.add(command);
    }

    /** No longer. */
    public void refuseNothing() {
        refused.clear();
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("shuttle.ftp.uri", "ftp:mill@127.0.0.1:" + port + "/pictures", "shuttle.ftp.poll", "100ms");
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("SHUTTLE_FTP_PASSWORD", PASSWORD);
    }

    @Override
    public void start() throws IOException {
        // It tells every command.
        ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger("org.apache.ftpserver"))
                .setLevel(ch.qos.logback.classic.Level.ERROR);
        FtpServerFactory factory = new FtpServerFactory();
        ListenerFactory listener = new ListenerFactory();
        listener.setServerAddress("127.0.0.1");
        listener.setPort(port);
        factory.addListener("default", listener.createListener());
        factory.setFtplets(new HashMap<>(Map.of("refusals", new Refusals())));
        BaseUser user = new BaseUser();
        user.setName("mill");
        user.setPassword(PASSWORD);
        user.setHomeDirectory(Objects.requireNonNull(folder.getParent()).toString());
        user.setAuthorities(List.of(new WritePermission()));
        try {
            factory.getUserManager().save(user);
            FtpServer started = factory.createServer();
            started.start();
            server = started;
        } catch (FtpException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
        }
    }

    private final class Refusals extends DefaultFtplet {
        @Override
        public FtpletResult beforeCommand(FtpSession session, FtpRequest request) throws FtpException, IOException {
            if (!refused.contains(request.getCommand().toUpperCase(Locale.ROOT))) {
                return FtpletResult.DEFAULT;
            }
            session.write(new DefaultFtpReply(FtpReply.REPLY_550_REQUESTED_ACTION_NOT_TAKEN, "Permission denied."));
            return FtpletResult.SKIP;
        }
    }
}
