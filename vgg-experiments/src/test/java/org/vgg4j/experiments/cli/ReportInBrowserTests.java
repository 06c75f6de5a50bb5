package org.vgg4j.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.base.Splitter;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The report as a browser shows it; {@code VGG_CHROMIUM} names the browser, or the path has it. */
class ReportInBrowserTests {
  @RegisterExtension static final SmallOutput SMALL = new SmallOutput();
  private static final int LONGEST_SECONDS = 120;

  @TempDir private Path folder;

  private Path page = Path.of("");

  @BeforeEach
  void write() {
    Path out = SMALL.copyTo(folder);
    page = out.resolve("report.html");
    assertThat(new Terminal().vgg("report", out.toString())).isZero();
  }

  @Test
  void thePageIsDrawnWithoutAComplaint() throws IOException, InterruptedException {
    Path picture = folder.resolve("page.png");
    String log = browse("--screenshot=" + picture);
    assertThat(log.lines().filter(line -> line.contains("CONSOLE"))).isEmpty();
    BufferedImage drawn = ImageIO.read(picture.toFile());
    long colours =
        IntStream.range(0, drawn.getHeight())
            .flatMap(y -> IntStream.range(0, drawn.getWidth()).map(x -> drawn.getRGB(x, y)))
            .distinct()
            .count();
    assertThat(colours).as("colours on the page").isGreaterThan(50);
  }

  @Test
  void whatMadeACellIsHiddenUntilItIsAskedFor() throws IOException, InterruptedException {
    Path asked = folder.resolve("asked.html");
    String script =
        "<script>const all = [...document.querySelectorAll('button')].map(button => {"
            + "const shown = document.getElementById(button.getAttribute('popovertarget'));"
            + "const before = shown.matches(':popover-open'); button.click();"
            + "return !before && shown.matches(':popover-open');});"
            + "document.title = all.length + ' ' + all.every(Boolean);</script></body>";
    Files.writeString(asked, Files.readString(page).replace("</body>", script));
    page = asked;
    assertThat(browse("--dump-dom")).contains("<title>3 true</title>");
  }

  private String browse(String option) throws IOException, InterruptedException {
    Optional<String> browser = browser();
    assumeTrue(browser.isPresent(), "no chromium is here; VGG_CHROMIUM may name one");
    Path log = folder.resolve("browser.log");
    Process process =
        new ProcessBuilder(
                browser.get(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--enable-logging=stderr",
                "--window-size=1280,4000",
                "--user-data-dir=" + folder.resolve("profile"),
                option,
                page.toUri().toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).as("browser ends").isTrue();
    return Files.readString(log);
  }

  private static Optional<String> browser() {
    List<String> path =
        Splitter.on(File.pathSeparatorChar)
            .splitToList(Optional.ofNullable(System.getenv("PATH")).orElse(""));
    return Stream.concat(
            Optional.ofNullable(System.getenv("VGG_CHROMIUM")).stream(),
            path.stream()
                .flatMap(p -> Stream.of("chromium", "google-chrome").map(n -> p + "/" + n)))
        .filter(file -> Files.isExecutable(Path.of(file)))
        .findFirst();
  }
}
