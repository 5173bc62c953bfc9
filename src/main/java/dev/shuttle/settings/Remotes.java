package dev.shuttle.settings;

/** The servers that pictures are fetched from. */
public record Remotes(Remote ftp, Remote sftp) {
    static Remotes read(Values values) {
        return new Remotes(Remote.ftp(values), Remote.sftp(values));
    }
}
