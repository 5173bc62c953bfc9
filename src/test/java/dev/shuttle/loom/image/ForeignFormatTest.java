package dev.shuttle.loom.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no picture that is read is named for what it is, with what to do about it. */
class ForeignFormatTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "....ftypheic....mif1heic      | HEIC",
                "....ftypmif1....mif1heic      | HEIC",
                "....ftypavif....mif1miaf      | AVIF",
                "..\\0\\x18ftypmif1....mif1avif      | AVIF",
                "....ftypcrx ....crx isom      | CAMERA_RAW",
                "....ftypisom....isommp41      | FILM",
                "8BPS\\0\\1........            | PHOTOSHOP",
                "gimp xcf v011................ | GIMP",
                "%PDF-1.7....................  | PDF",
                "%!PS-Adobe-3.0 EPSF-3.0       | POSTSCRIPT",
                "<svg xmlns='…'/>              | SVG",
                "<?xml version='1.0'?> <svg/>  | SVG",
                "<!DOCTYPE html><HTML></HTML>  | WEB_PAGE",
                "\\0\\0\\1\\0\\1\\0............ | ICON",
                "\\xff\\x0a..................   | JPEG_XL",
                "qoif..................        | QOI",
                "P6 3 3 255 .........          | PORTABLE_MAP",
                "PK\\3\\4...................   | ARCHIVE",
                "II*\\0....CR\\2\\0.........   | CAMERA_RAW",
                "IIU\\0..................      | CAMERA_RAW",
                "FUJIFILMCCD-RAW 0201          | CAMERA_RAW",
            })
    void itIsKnownByItsFirstBytes(String file, ForeignFormat format) {
        byte[] bytes = bytes(file);

        assertThat(ForeignFormat.of(bytes)).contains(format);
        PictureException refusal = catchThrowableOfType(PictureException.class, () -> PictureHeader.read(bytes));
        assertThat(refusal.code()).isEqualTo("FOREIGN_FORMAT");
        assertThat(refusal.message()).isEqualTo("this is " + format.description());
        assertThat(refusal.hint()).isEqualTo(format.hint());
    }

    @Test
    void theFormatsThatAreReadAreNotForeign() {
        for (String start :
                new String[] {"\\xff\\xd8\\xff", "\\x89PNG\r\n\\x1a\n", "GIF89a", "II*\\0", "MM\\0*", "BM"}) {
            assertThat(ForeignFormat.of(bytes(start + "................")))
                    .as(start)
                    .isEmpty();
        }
        assertThat(ForeignFormat.of(bytes("RIFF....WEBPVP8 "))).isEmpty();
        assertThat(ForeignFormat.of(new byte[0])).isEmpty();
        assertThat(ForeignFormat.of(bytes("....ftyp"))).contains(ForeignFormat.FILM);
    }

    /** Dots stand for zero bytes, {@code \0} to {@code \9} and {@code \xhh} for bytes. */
    private static byte[] bytes(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && text.charAt(i + 1) == 'x') {
                out.append((char) Integer.parseInt(text.substring(i + 2, i + 4), 16));
                i += 3;
            } else if (c == '\\') {
                out.append((char) (text.charAt(++i) - '0'));
            } else {
                out.append(c == '…' ? ' ' : c == '.' && !text.startsWith("%") && !text.startsWith("<") ? '\0' : c);
            }
        }
        return out.toString().getBytes(ISO_8859_1);
    }
}
