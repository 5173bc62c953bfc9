package dev.shuttle.pipeline.disk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A job's own folder {@code work/<id>}.
 *
 * <pre>
 * inbox/[preset/…]name   the picture as it arrived, under the way it came by: the rename that claims a file says all
 * ticket/inbox/…         the ticket that lay beside it
 * sidecar/inbox/…        what is known of the picture as a point paper, as it lay beside it
 * issued.pointpaper.json the same, as it was found in the outbox
 * card/name              the yarn card that the ticket names, as it was then
 * calibration/NAME.json  the calibration that the ticket or the preset names, as it was then
 * weave/name             the files of the weaves that are named, as they were then
 * machine/NAME.yaml      the machine that the ticket or the preset names, as it was then
 * arrival                which file of a server it is, for one that was fetched
 * picture.png            the picture as PNG, where its own format is one that another program decodes
 * intent.json            that it was sent to the cloud, until it is known what came of it
 * cloud.png              what the cloud returned
 * cloud-unsure.png       what may be another picture's result
 * loom.json              what the loom stage found
 * marked.png             the cells for which a point paper was refused
 * out/                   the result, until it is whole
 * finished/              the result as another node made it
 * </pre>
 *
 * @param root the folder
 */
public record JobFolder(Path root) {
    /** The folder of a job in the work folder. */
    public static JobFolder of(Path work, String jobId) {
        return new JobFolder(work.resolve(jobId));
    }

    /** The job's name. */
    public String jobId() {
        return root.getFileName().toString();
    }

    /** The picture as it arrived; empty where the claim was never finished. */
    public Optional<Path> source() throws IOException {
        if (!Files.isDirectory(root)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> root.relativize(file).getNameCount() > 1)
                    .filter(file -> !file.startsWith(out()) && !file.startsWith(tickets()) && !file.startsWith(cards()))
                    .filter(file -> !file.startsWith(calibrations())
                            && !file.startsWith(weaves())
                            && !file.startsWith(machines()))
                    .filter(file -> !file.startsWith(sidecars()) && !file.startsWith(finished()))
                    .filter(file -> !isPart(file.getFileName())
                            && !isPart(root.relativize(file).getName(0)))
                    .filter(JobFolder::isPlain)
                    .findFirst();
        }
    }

    /** The ticket as it arrived; empty where there was none. */
    public Optional<Path> ticket() throws IOException {
        return onlyFile(tickets());
    }

    /** Where the ticket lies, below it as below {@link #root} the picture. */
    public Path tickets() {
        return root.resolve("ticket");
    }

    /** What lay beside the picture and tells of it as a point paper; empty where nothing did. */
    public Optional<Path> sidecar() throws IOException {
        return onlyFile(sidecars());
    }

    /** What is known of the picture as a point paper: what lay beside it, else what was found where it was issued. */
    public Optional<Path> issue() throws IOException {
        Optional<Path> beside = sidecar();
        return beside.isPresent() || !isPlain(foundIssue()) ? beside : Optional.of(foundIssue());
    }

    /** A copy of what was found where the picture was issued as a point paper. */
    public Path foundIssue() {
        return root.resolve("issued.pointpaper.json");
    }

    /** Where that lies, below it as below {@link #root} the picture. */
    public Path sidecars() {
        return root.resolve("sidecar");
    }

    /** The yarn card that the ticket names; empty where it names none. */
    public Optional<Path> card() throws IOException {
        return onlyFile(cards());
    }

    /** Where the yarn card lies. */
    public Path cards() {
        return root.resolve("card");
    }

    /** The calibration that is named; empty where none is. */
    public Optional<Path> calibration() throws IOException {
        return onlyFile(calibrations());
    }

    /** Where the calibration lies. */
    public Path calibrations() {
        return root.resolve("calibration");
    }

    /** Where the files of weaves lie. */
    public Path weaves() {
        return root.resolve("weave");
    }

    /** The machine that is named; empty where none is, or one that comes with the program. */
    public Optional<Path> machine() throws IOException {
        return onlyFile(machines());
    }

    /** Where the machine lies. */
    public Path machines() {
        return root.resolve("machine");
    }

    private static Optional<Path> onlyFile(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> !isPart(file.getFileName()))
                    .filter(JobFolder::isPlain)
                    .findFirst();
        }
    }

    /** What a kill left of a copy, or of the folder that {@link Modes} tries the umask in. */
    private static boolean isPart(Path name) {
        return name.toString().startsWith(".part-");
    }

    /** A link would be read wherever it leads. */
    private static boolean isPlain(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** The picture as it arrived. */
    public Path requireSource() throws IOException {
        return source().orElseThrow(() -> new IOException("the source of job " + jobId() + " is not in " + root));
    }

    /** What is decoded: the picture as it arrived, or as another program decoded it. */
    public Path requirePicture() throws IOException {
        return Files.exists(decoded()) ? decoded() : requireSource();
    }

    /** The picture as PNG, where its own format is one that another program decodes. */
    public Path decoded() {
        return root.resolve("picture.png");
    }

    /** Which file of a server this is; empty for other ways in. */
    public Optional<String> arrival() throws IOException {
        Path file = root.resolve("arrival");
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    /** Notes which file of a server this will be, before the file itself comes in. */
    public void note(String identity) throws IOException {
        Disk.write(root.resolve("arrival"), identity.getBytes(UTF_8));
    }

    /** What the cloud returned. */
    public Path cloudPicture() {
        return root.resolve("cloud.png");
    }

    /** What came with the cloud's answer, as it came. */
    public Path cloudAnswer() {
        return root.resolve("cloud-answer");
    }

    /** What the cloud returned for a task that may not be this job's. */
    public Path unsurePicture() {
        return root.resolve("cloud-unsure.png");
    }

    /** What the loom stage found. */
    public Path loomReport() {
        return root.resolve("loom.json");
    }

    /** The cells for which a point paper was refused. */
    public Path marked() {
        return root.resolve("marked.png");
    }

    /** The result, where another node made it; whole. */
    public Path finished() {
        return root.resolve("finished");
    }

    /** Where the result is built. */
    public Path out() {
        return root.resolve("out");
    }
}
