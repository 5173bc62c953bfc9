package dev.shuttle.settings;

import java.util.Locale;

/**
 * The servers that pictures are fetched from and results go to.
 *
 * @param out where results go; SFTP only
 */
public record Remotes(Remote ftp, Remote sftp, Remote out) {
    static Remotes read(Values values) {
        Remote sftp = Remote.sftp(values);
        Remotes remotes = new Remotes(Remote.ftp(values), sftp, Remote.out(values, sftp));
        if (place(remotes.out).startsWith(place(sftp)) && sftp.isOn()) {
            values.problem(
                    "shuttle.sftp.out.uri",
                    "…",
                    "must name a folder outside that of shuttle.sftp.uri: results would be fetched as pictures");
        }
        return remotes;
    }

    /** No server at all. */
    Remotes off() {
        return new Remotes(ftp.off(), sftp.off(), out.off());
    }

    /** Host, port and folder; users of one server mostly see the same folders. */
    private static String place(Remote remote) {
        String address = remote.address().toLowerCase(Locale.ROOT).replaceFirst("^sftp:(//)?([^/@]*@)?", "");
        String withPort = address.replaceFirst("^([^/:]*)/", "$1:22/");
        return withPort.endsWith("/") ? withPort : withPort + "/";
    }
}
