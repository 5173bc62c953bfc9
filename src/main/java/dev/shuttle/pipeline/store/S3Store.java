package dev.shuttle.pipeline.store;

import dev.shuttle.pipeline.disk.Disk;
import dev.shuttle.settings.FileErrors;
import dev.shuttle.settings.StoreSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A bucket of S3, or of a server that speaks its protocol. An object is there whole or not at all, by the protocol; that it arrived as
 * it was sent the server sees by its MD5, and its answer is the store's word that it is kept.
 */
final class S3Store implements Store {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration SILENT = Duration.ofSeconds(30);

    /** With all its repeats; a picture has 50 MB at most, usually. */
    private static final Duration CALL = Duration.ofMinutes(2);

    private final S3Client client;
    private final String bucket;
    private final String prefix;

    private S3Store(S3Client client, String bucket, String prefix) {
        this.client = client;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    /** Nothing is asked of it yet. */
    static S3Store open(StoreSettings.S3 settings) {
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials(settings))
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT)
                        .socketTimeout(SILENT))
                .overrideConfiguration(each -> each.apiCallTimeout(CALL))
                // Content-MD5 is what every server of this protocol knows; the newer sums in chunks are not.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(each -> each.chunkedEncodingEnabled(false));
        if (settings.endpoint() != null) {
            builder.endpointOverride(settings.endpoint()).forcePathStyle(true);
        }
        return new S3Store(builder.build(), settings.bucket(), settings.prefix());
    }

    private static AwsCredentialsProvider credentials(StoreSettings.S3 settings) {
        if (settings.accessKey() == null || settings.secretKey() == null) {
            return DefaultCredentialsProvider.builder().build();
        }
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(
                settings.accessKey(), settings.secretKey().get()));
    }

    @Override
    public void put(String name, Path file) throws StoreException {
        String md5;
        try {
            md5 = md5(file);
        } catch (IOException e) {
            throw StoreException.away(place(), name + " cannot be put there", e);
        }
        asked(
                name + " cannot be put there",
                () -> client.putObject(
                        each -> each.bucket(bucket).key(prefix + name).contentMD5(md5), RequestBody.fromFile(file)));
    }

    @Override
    public void put(String name, byte[] bytes) throws StoreException {
        String md5 = Base64.getEncoder().encodeToString(md5().digest(bytes));
        asked(
                name + " cannot be put there",
                () -> client.putObject(
                        each -> each.bucket(bucket).key(prefix + name).contentMD5(md5), RequestBody.fromBytes(bytes)));
    }

    @Override
    public boolean get(String name, Path to) throws StoreException {
        Boolean isThere = asked(name + " cannot be fetched", () -> {
            try (InputStream in = client.getObject(each -> each.bucket(bucket).key(prefix + name))) {
                Files.copy(in, to, StandardCopyOption.REPLACE_EXISTING);
                Disk.force(to);
                return true;
            } catch (NoSuchKeyException none) {
                return false;
            }
        });
        return Boolean.TRUE.equals(isThere);
    }

    @Override
    public Optional<byte[]> read(String name) throws StoreException {
        return Optional.ofNullable(asked(name + " cannot be read", () -> {
            try (InputStream in = client.getObject(each -> each.bucket(bucket).key(prefix + name))) {
                return in.readAllBytes();
            } catch (NoSuchKeyException none) {
                return null;
            }
        }));
    }

    @Override
    public List<String> names(String folder) throws StoreException {
        List<String> names = new ArrayList<>();
        asked("it cannot be looked through", () -> {
            client.listObjectsV2Paginator(each -> each.bucket(bucket).prefix(prefix + folder + "/")).contents().stream()
                    .map(S3Object::key)
                    .forEach(key -> names.add(key.substring(prefix.length())));
            return null;
        });
        return names;
    }

    @Override
    public List<String> folders() throws StoreException {
        List<String> folders = new ArrayList<>();
        asked("it cannot be looked through", () -> {
            client
                    .listObjectsV2Paginator(
                            each -> each.bucket(bucket).prefix(prefix).delimiter("/"))
                    .commonPrefixes()
                    .stream()
                    .map(CommonPrefix::prefix)
                    .forEach(each -> folders.add(each.substring(prefix.length(), each.length() - 1)));
            return null;
        });
        return folders;
    }

    @Override
    public void remove(String folder, Collection<String> names) throws StoreException {
        for (String name : names) {
            asked(
                    name + " cannot be removed",
                    () -> client.deleteObject(each -> each.bucket(bucket).key(prefix + name)));
        }
    }

    private interface Question<T> {
        @Nullable
        T ask() throws IOException;
    }

    private <T> @Nullable T asked(String what, Question<T> question) throws StoreException {
        try {
            return question.ask();
        } catch (S3Exception e) {
            String said = e.awsErrorDetails() == null
                    ? ""
                    : Objects.toString(e.awsErrorDetails().errorCode(), "");
            throw StoreException.away(place(), what, ("it answers " + e.statusCode() + " " + said).strip(), e);
        } catch (SdkException e) {
            throw StoreException.away(place(), what, why(e), e);
        } catch (IOException e) {
            throw StoreException.away(place(), what, e);
        }
    }

    /** The SDK's own words name its classes and count its tries. */
    private static String why(SdkException failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (each instanceof IOException) {
                return FileErrors.reason(each);
            }
        }
        return FileErrors.reason(failure);
    }

    private static String md5(Path file) throws IOException {
        MessageDigest digest = md5();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return Base64.getEncoder().encodeToString(digest.digest());
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }

    @Override
    public String place() {
        return "s3://" + bucket + (prefix.isEmpty() ? "" : "/" + prefix.substring(0, prefix.length() - 1));
    }

    @Override
    public void close() {
        client.close();
    }
}
