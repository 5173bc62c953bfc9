package dev.shuttle.camel;

import com.jcraft.jsch.HostKey;
import com.jcraft.jsch.HostKeyRepository;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import com.jcraft.jsch.UserInfo;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.apache.camel.component.file.remote.RemoteFileConfiguration;
import org.jspecify.annotations.Nullable;

/** Asks an SFTP server for its key and refuses it: nobody logs in, only the fingerprint is wanted. */
final class HostKeyProbe implements HostKeyRepository {
    private static final int PATIENCE_MS = 5000;

    private String fingerprint = "";

    /** The fingerprint as ssh-keygen shows it; empty where the server gives none. */
    static String fingerprint(RemoteFileConfiguration server) {
        HostKeyProbe probe = new HostKeyProbe();
        try {
            JSch jsch = new JSch();
            jsch.setHostKeyRepository(probe);
            Session session = jsch.getSession(server.getUsername(), server.getHost(), server.getPort());
            session.setConfig("StrictHostKeyChecking", "yes");
            try {
                session.connect(PATIENCE_MS);
            } finally {
                session.disconnect();
            }
        } catch (JSchException refused) {
            return probe.fingerprint;
        }
        return probe.fingerprint;
    }

    @Override
    public int check(String host, byte[] key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            fingerprint = "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
        return NOT_INCLUDED;
    }

    @Override
    public void add(HostKey key, UserInfo user) {}

    @Override
    public void remove(String host, String type) {}

    @Override
    public void remove(String host, String type, byte[] key) {}

    @Override
    public String getKnownHostsRepositoryID() {
        return "none";
    }

    @Override
    public HostKey[] getHostKey() {
        return new HostKey[0];
    }

    @Override
    public HostKey[] getHostKey(@Nullable String host, @Nullable String type) {
        return new HostKey[0];
    }
}
