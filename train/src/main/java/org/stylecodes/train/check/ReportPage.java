package org.stylecodes.train.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.stylecodes.file.AtomicFile;
import org.stylecodes.train.dataset.Dataset;
import org.stylecodes.train.dataset.Example;

/** A report as one HTML page that needs nothing else: pictures are data URIs, and there is no script. Its size is bounded. */
public final class ReportPage {
    private static final int SHEET_STYLES = 60;
    private static final int PICTURES_PER_STYLE = 6;
    private static final int PAIRS = 40;
    private static final int NAMES = 100; // of each finding

    private final CheckReport report;
    private final Map<String, List<Example>> sheet;
    private final List<NearDuplicate> pairs;
    private final Thumbnails thumbnails;
    private final StringBuilder html = new StringBuilder();

    private ReportPage(CheckReport report) {
        this.report = report;
        sheet = report.readable();
        keepEvenly(sheet);
        pairs = report.nearDuplicates()
                .subList(0, Math.min(PAIRS, report.nearDuplicates().size()));
        List<Example> shown = new ArrayList<>();
        sheet.values().forEach(pictures -> shown.addAll(first(pictures)));
        pairs.forEach(pair -> shown.addAll(List.of(pair.first(), pair.second())));
        thumbnails = Thumbnails.of(shown);
    }

    /**
     * Writes the page of a report. Pictures are read again for it.
     *
     * @param title the heading, for example the name of the folder
     * @throws org.stylecodes.error.EnvironmentException if the page cannot be written
     */
    public static void write(CheckReport report, String title, Path file) {
        ByteBuffer page = ByteBuffer.wrap(new ReportPage(report).page(title).getBytes(StandardCharsets.UTF_8));
        AtomicFile.write(file, channel -> {
            while (page.hasRemaining()) {
                channel.write(page);
            }
        });
    }

    // The first styles would often be of one kind, such as numbered ones; evenly spaced ones show more.
    private static void keepEvenly(Map<String, List<Example>> styles) {
        List<String> names = List.copyOf(styles.keySet());
        if (names.size() > SHEET_STYLES) {
            List<String> kept = new ArrayList<>();
            for (int i = 0; i < SHEET_STYLES; i++) {
                kept.add(names.get((int) ((long) i * names.size() / SHEET_STYLES)));
            }
            styles.keySet().retainAll(kept);
        }
    }

    private static List<Example> first(List<Example> pictures) {
        return pictures.subList(0, Math.min(PICTURES_PER_STYLE, pictures.size()));
    }

    private String page(String title) {
        int styles = report.styles().size();
        add("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        add("<meta http-equiv=\"Content-Security-Policy\"");
        add(" content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\">\n");
        add("<title>")
                .text(title)
                .add(" · data check</title>\n<style>\n")
                .add(style())
                .add("</style>\n</head>\n");
        add("<body>\n<main>\n<h1>").text(title).add("</h1>\n<p class=\"quiet\">");
        text(report.pictures() + " pictures in " + styles + " styles, " + report.layout())
                .add("</p>\n");
        report.refusal().ifPresentOrElse(this::refusal, this::approval);
        findings();
        pairs();
        sheet(styles);
        return add("</main>\n</body>\n</html>\n").html.toString();
    }

    private void refusal(String reason) {
        add("<p class=\"verdict bad\">This data cannot be trained on: ")
                .text(reason)
                .add(".</p>\n");
    }

    private void approval() {
        add("<p class=\"verdict good\">No reason was found to refuse this data.");
        if (report.data().layout() == Dataset.Layout.SHARDS) {
            add(" The training stages cannot read shards yet.");
        }
        add("</p>\n");
    }

    private void findings() {
        List<CheckReport.Finding> findings = report.findings();
        add("<h2>Findings</h2>\n");
        if (findings.isEmpty()) {
            add("<p>None.</p>\n");
        }
        for (CheckReport.Finding finding : findings) {
            add("<details><summary><b>").text(String.valueOf(finding.count())).add("</b> ");
            text(finding.description()).add("</summary><ul>\n");
            List<String> names = finding.names();
            for (String name : names.subList(0, Math.min(NAMES, names.size()))) {
                add("<li>").text(name).add("</li>\n");
            }
            int rest = finding.count() - Math.min(NAMES, names.size());
            if (rest > 0) {
                add("<li class=\"quiet\">").text("and " + rest + " more").add("</li>\n");
            }
            add("</ul></details>\n");
        }
    }

    private void pairs() {
        if (pairs.isEmpty()) {
            return;
        }
        add("<h2>Look like one of another style</h2>\n<div class=\"pairs\">\n");
        for (NearDuplicate pair : pairs) {
            add("<figure><div class=\"pictures\">").picture(pair.first()).picture(pair.second());
            add("</div><figcaption>")
                    .text(pair.first().name())
                    .add("<br>")
                    .text(pair.second().name());
            add("</figcaption></figure>\n");
        }
        add("</div>\n");
    }

    private void sheet(int styles) {
        add("<h2>Contact sheet</h2>\n");
        if (styles > sheet.size()) {
            add("<p class=\"quiet\">")
                    .text(sheet.size() + " of " + styles + " styles")
                    .add("</p>\n");
        }
        sheet.forEach((style, pictures) -> {
            add("<section class=\"style\"><div><h3>").text(style).add("</h3><p class=\"quiet\">");
            text(pictures.size() + (pictures.size() == 1 ? " picture" : " pictures"));
            add("</p></div><div class=\"pictures\">");
            first(pictures).forEach(this::picture);
            add("</div></section>\n");
        });
    }

    private ReportPage picture(Example example) {
        thumbnails.uri(example).ifPresent(uri -> {
            String name = escaped(example.name());
            add("<img src=\"" + uri + "\" alt=\"" + name + "\" title=\"" + name + "\">");
        });
        return this;
    }

    private ReportPage add(String markup) {
        html.append(markup);
        return this;
    }

    private ReportPage text(String text) {
        return add(escaped(text));
    }

    private static String escaped(String text) {
        return Printable.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String style() {
        try (InputStream in = Objects.requireNonNull(ReportPage.class.getResourceAsStream("report.css"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // the resource is part of the program
        }
    }
}
