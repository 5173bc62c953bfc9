package dev.shuttle.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shuttle.report.outcome.Attempt;
import dev.shuttle.report.outcome.Problem;
import dev.shuttle.report.outcome.Road;
import dev.shuttle.report.page.Markup;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ReportPageTest {
    private static final java.nio.file.Path FOLDER = java.nio.file.Path.of("no-such-folder");

    private static final String HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=y>&\u0001\u202e{{job}}.png";

    @Test
    void everyPageIsWellFormed() throws Exception {
        List<Report> reports = List.of(
                SampleReports.local(),
                SampleReports.cloud(Road.CLOUD),
                SampleReports.cloud(Road.EMULATED),
                SampleReports.rejected("notes.jpg"),
                hostile());
        for (Report report : reports) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                assertThat(parse(page(report, locale)).getDocumentElement().getAttribute("lang"))
                        .isEqualTo(locale.equals(Locale.ENGLISH) ? "en" : "zh-CN");
            }
        }
    }

    @Test
    void hostileDataStaysText() throws Exception {
        Document page = parse(page(hostile(), Locale.ENGLISH));

        assertThat(elements(page, "script").stream().map(s -> s.getAttribute("type")))
                .containsExactly("", "application/json", "");
        assertThat(elements(page, "img")).allMatch(i -> !i.hasAttribute("onerror"));
        assertThat(elements(page, "h1").get(0).getTextContent())
                .isEqualTo("<script>alert(1)</script>\"'><img src=x onerror=y>&\ufffd\ufffd{{job}}.png");
        assertThat(elements(page, "pre").get(0).getTextContent()).contains("</pre><script>");
    }

    @Test
    void hostileColoursReachNoStyle() throws Exception {
        String page = page(hostile(), Locale.ENGLISH);

        assertThat(page).doesNotContain("evil.example").contains("background-color:transparent");
    }

    @Test
    void linksAreEncodedAndStayInTheFolder() throws Exception {
        for (Element link : elements(parse(page(hostile(), Locale.ENGLISH)), "a")) {
            assertThat(link.getAttribute("href")).matches("#[-a-z]+|\\.\\./index\\.html|\\./[-A-Za-z0-9._~%/]+");
        }
        assertThat(Markup.href("牡 丹#1?.png")).isEqualTo("./%E7%89%A1%20%E4%B8%B9%231%3F.png");
        assertThat(Markup.href("javascript:x")).isEqualTo("./javascript%3Ax");
    }

    @Test
    void aClothIsSeenFromTheFrontFromTheBackByItsFloatsAndByItsThreads() throws Exception {
        Report woven = Report.of("20261122-9x1y2z", State.DONE, SampleReports.source("peony.png"))
                .loom(Loom.of(1200, 800, SampleReports.palette()).build())
                .files(SampleReports.files("peony"))
                .file(new OutputFile(Role.CLOTH, "peony.cloth-back.png", 1, SampleReports.SHA))
                .file(new OutputFile(Role.CLOTH, "peony.cloth-threads.png", 1, SampleReports.SHA))
                .file(new OutputFile(Role.FLOATS, "peony.floats.png", 1, SampleReports.SHA))
                .build();

        List<Element> pictures = elements(parse(page(woven, Locale.ENGLISH)), "img");

        assertThat(pictures)
                .extracting(picture -> picture.getAttribute("src"))
                .contains(
                        "./peony.preview.png",
                        "./peony.cloth-back.png",
                        "./peony.floats.png",
                        "./peony.cloth-threads.png");
    }

    @Test
    void changingWeftsHaveATableOfTheirBandsInTheOrderOfWeaving() throws Exception {
        Report woven = Report.of("20261122-9x1y2z", State.DONE, SampleReports.source("peony.png"))
                .loom(Loom.of(1200, 60, SampleReports.palette())
                        .yarn(List.of(new Yarn("weft", "2 · 大红 crimson #b4182a", "#b4182a", 26.6, 1.0, 1.0)))
                        .weave(SampleReports.weave(List.of(
                                new Weave.Band(1, 24, 109, 180, List.of("#14342f", "#b4182a")),
                                new Weave.Band(25, 60, 1, 108, List.of("#14342f", "#e8c878")))))
                        .build())
                .build();

        List<Element> rows = elements(parse(page(woven, Locale.ENGLISH)), "tr").stream()
                .filter(row -> row.getParentNode().getParentNode() instanceof Element table
                        && table.getAttribute("class").equals("bands"))
                .skip(1)
                .toList();

        assertThat(rows)
                .extracting(Element::getTextContent)
                .containsExactly("11 – 10825 – 60#14342f#e8c878", "2109 – 1801 – 24#14342f大红 crimson #b4182a");
    }

    @Test
    void whatTheClothShowsOfThePictureAndWhichWeftsWereTriedCanBeRead() throws Exception {
        Report woven = Report.of("20261122-9x1y2z", State.DONE, SampleReports.source("peony.png"))
                .loom(Loom.of(1200, 60, SampleReports.palette())
                        .cloth(
                                new Loom.ClothFidelity(2.5, 8.25, 0.91, 0.012),
                                List.of(new Loom.Asked("#0d5bd7", 0.031, "#123f77", 12.4)))
                        .weftsConsidered(List.of(
                                new Loom.WeftsConsidered(4, "lampas", 0.042, 3.1, 84.0, 231.4, 1.25, 21.2, 1.28),
                                new Loom.WeftsConsidered(5, "lampas", 0.008, 2.2, 105.0, null, null, null, null)))
                        .build())
                .build();

        String english = parse(page(woven, Locale.ENGLISH)).getDocumentElement().getTextContent();

        assertThat(english)
                .contains("Cells in another colour than the paper’s", "1.2 %")
                .contains("#0d5bd7 (3.1 %)", "#123f77, ΔE 12.4")
                .contains(
                        "4 · lampas",
                        "4.2 % of the cells in another colour, mean ΔE 3.1; 84 picks/cm of 21.2 tex, 231 g/m², 1.25 h")
                .contains("0.8 % of the cells in another colour, mean ΔE 2.2; 105 picks/cm of – tex, – g/m², – h");
    }

    @Test
    void nothingIsAskedOfTheNetwork() throws Exception {
        String page = page(SampleReports.local(), Locale.ENGLISH);

        assertThat(page).doesNotContain("http://", "https://", "//cdn", "@import", "url(");
        assertThat(page).contains("default-src &#39;none&#39;");
    }

    @Test
    void thePolicyNamesEveryScriptAndStyleOfThePageByItsHash() throws Exception {
        String page = page(hostile(), Locale.ENGLISH);

        String policy = elements(parse(page), "meta").stream()
                .filter(m -> m.getAttribute("http-equiv").equals("Content-Security-Policy"))
                .findFirst()
                .orElseThrow()
                .getAttribute("content");

        assertThat(policy).contains("default-src 'none'").doesNotContain("unsafe");
        Matcher inline = Pattern.compile("(?s)<(script|style)>(.*?)</\\1>").matcher(page);
        List<String> hashes = inline.results().map(r -> hash(r.group(2))).toList();
        assertThat(hashes).hasSize(4).allSatisfy(hash -> assertThat(policy).contains(hash));
    }

    @Test
    void noStyleStandsInAnAttribute() throws Exception {
        assertThat(elements(parse(page(SampleReports.local(), Locale.ENGLISH)), "*"))
                .noneMatch(e -> e.hasAttribute("style"));
    }

    @Test
    void theWayIsToldInPlainWordsWithEveryAttempt() throws Exception {
        Document page = parse(page(SampleReports.local(), Locale.ENGLISH));

        String road = section(page, "h-road");

        assertThat(road)
                .contains("No pixel of it comes from the cloud", "没有任何像素来自云端", "InternalError")
                .contains("internal error", "内部错误", "submit algo service error")
                .contains("It was asked once more", "再请求了一次")
                .contains("e5d70b02-0d5f-9e4f-a0ab-000000000000", "4909100c-7b5a-9f92-bfe5-000000000000");
    }

    @Test
    void aCodeOfAFamilyIsExplainedByItsFamily() throws Exception {
        Report throttled = Report.of("1", State.DONE, SampleReports.source("a.png"))
                .local("Throttling.RateQuota")
                .build();
        Report unheardOf = Report.of("1", State.DONE, SampleReports.source("a.png"))
                .local("Moonstruck")
                .build();

        assertThat(page(throttled, Locale.ENGLISH)).contains("asked too often");
        assertThat(page(unheardOf, Locale.ENGLISH)).contains("Moonstruck", "answered with this code");
    }

    @Test
    void anEmulatedPictureIsMarkedSoInBothLanguages() throws Exception {
        Document page = parse(page(SampleReports.cloud(Road.EMULATED), Locale.CHINA));

        assertThat(elements(page, "aside").get(0).getTextContent()).contains("EMULATED", "模拟");
        assertThat(elements(parse(page(SampleReports.cloud(Road.CLOUD), Locale.CHINA)), "aside"))
                .isEmpty();
    }

    @Test
    void aRejectedJobSaysWhyAndWhatToDo() throws Exception {
        Document page = parse(page(SampleReports.rejected("notes.jpg"), Locale.ENGLISH));

        assertThat(section(page, "h-problem"))
                .contains("first bytes", "Save it as JPEG", "NOT_A_PICTURE", "不是可读取的图片", "请另存为");
    }

    @Test
    void whatIsNotKnownHasNoSection() throws Exception {
        Document page = parse(page(SampleReports.rejected("notes.jpg"), Locale.ENGLISH));

        assertThat(elements(page, "section").stream().map(s -> s.getAttribute("aria-labelledby")))
                .containsExactly("h-problem", "h-files", "h-timings", "h-source");
        assertThat(elements(page, "img")).isEmpty();
    }

    @Test
    void everyPictureHasAnAlternativeTextInBothLanguages() throws Exception {
        List<Element> pictures = elements(parse(page(SampleReports.cloud(Road.CLOUD), Locale.ENGLISH)), "img");

        assertThat(pictures).hasSize(5).allSatisfy(picture -> {
            assertThat(picture.getAttribute("alt")).isNotBlank().isEqualTo(picture.getAttribute("data-en"));
            assertThat(picture.getAttribute("data-zh")).containsPattern("\\p{IsHan}");
        });
    }

    @Test
    void aSourceThatBrowsersDoNotShowGivesWayToTheComparison() throws Exception {
        Report tiff = Report.of("1", State.DONE, SampleReports.source("a.tif"))
                .loom(SampleReports.fullLoom())
                .file(new OutputFile(Role.SOURCE, "source.tif", 1, null))
                .file(new OutputFile(Role.PREVIEW, "a.preview.png", 1, null))
                .file(new OutputFile(Role.COMPARE, "a.compare.png", 1, null))
                .build();

        List<Element> pictures = elements(parse(page(tiff, Locale.ENGLISH)), "img");

        assertThat(pictures).extracting(p -> p.getAttribute("src")).containsExactly("./a.compare.png");
    }

    @Test
    void everyIdIsUsedOnceAndEveryReferenceLeadsSomewhere() throws Exception {
        Document page = parse(page(SampleReports.local(), Locale.ENGLISH));
        List<String> ids = elements(page, "*").stream()
                .filter(e -> e.hasAttribute("id"))
                .map(e -> e.getAttribute("id"))
                .toList();

        assertThat(ids).doesNotHaveDuplicates();
        for (Element element : elements(page, "*")) {
            for (String name : List.of("aria-labelledby", "for")) {
                if (element.hasAttribute(name)) {
                    assertThat(ids).contains(element.getAttribute(name));
                }
            }
        }
    }

    @Test
    void theBrowserChoosesTheLanguageWhereTheSettingsDoNot() throws Exception {
        assertThat(page(SampleReports.local(), null)).contains("data-choose=\"browser\"");
        assertThat(page(SampleReports.local(), Locale.CHINA)).contains("<html lang=\"zh-CN\" data-choose=\"settings\"");
    }

    private static Report hostile() {
        return Report.of(HOSTILE, State.FAILED, new Source(HOSTILE, 1, HOSTILE, HOSTILE, 1, 1, "ftp"))
                .local(HOSTILE)
                .preset(HOSTILE)
                .ticket(Map.of("prompt", "</pre><script>"))
                .cloud(new Cloud(
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        HOSTILE,
                        SampleReports.NOON,
                        null,
                        null,
                        List.of(new Attempt(
                                HOSTILE,
                                SampleReports.NOON,
                                HOSTILE,
                                500,
                                HOSTILE,
                                HOSTILE,
                                HOSTILE,
                                HOSTILE,
                                HOSTILE))))
                .loom(Loom.of(
                                2,
                                2,
                                List.of(new Swatch(
                                        0, "red;background:url(//evil.example)", List.of(), 1, HOSTILE, HOSTILE)))
                        .structure(HOSTILE, 2)
                        .yarn(List.of(new Yarn(HOSTILE, HOSTILE, "//evil.example", 1.0, null, 2.0)))
                        .build())
                .file(new OutputFile(Role.SOURCE, "../" + HOSTILE, 1, null))
                .file(new OutputFile(Role.PREVIEW, "javascript:" + HOSTILE, 1, null))
                .problem(new Problem(HOSTILE, HOSTILE, HOSTILE))
                .build();
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String section(Document page, String heading) {
        return elements(page, "section").stream()
                .filter(s -> s.getAttribute("aria-labelledby").equals(heading))
                .findFirst()
                .orElseThrow()
                .getTextContent();
    }

    private static String page(Report report, @Nullable Locale locale) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportPage.write(report, new Surroundings(FOLDER, locale, "../index.html"), out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Document parse(String page) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        builder.setErrorHandler(null);
        return builder.parse(new ByteArrayInputStream(page.replaceAll("(?s)(<script[^>]*>).*?</script>", "$1</script>")
                .getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(Document page, String name) {
        List<Element> elements = new ArrayList<>();
        NodeList nodes = page.getElementsByTagName(name);
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
