package org.vgg4j.experiments.report;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.Optional;
import org.vgg4j.core.AtomicFile;
import org.vgg4j.core.Problem;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.experiments.Preset;
import org.vgg4j.experiments.aid.OutputFolder;

/** One HTML file with all that an output folder holds; it needs no network and no script. */
public final class Report {
  private final Content content;

  private Report(Content content) {
    this.content = content;
  }

  /**
   * The report of an output folder.
   *
   * @param images the validation images, where they are at hand and may be shown
   * @throws Problem if the folder is none, or holds neither a table nor a run
   */
  public static Report of(OutputFolder folder, Optional<ImageDataset> images) {
    Content content = new Content(folder, folder.tables(), images);
    if (content.tables().isEmpty() && content.trainedRuns().isEmpty()) {
      throw Problem.data(
          folder.path().toString(), "holds no table and no trained run", "run vgg reproduce first");
    }
    return new Report(content);
  }

  /** Writes the file, whole or not at all. */
  public void write(Path file) {
    AtomicFile.write(file, html());
  }

  /** The page. */
  String html() {
    ImmutableList.Builder<Section> sections = ImmutableList.builder();
    sections.add(OverviewSection.of(content));
    content.tables().forEach(table -> sections.add(new TableSection(table).section()));
    ErrorSection.of(content).ifPresent(sections::add);
    sections.add(NetworkSection.of(content));
    sections.add(CurveSection.of(content.trainedRuns()));
    addImages(sections);
    return new Page("vgg4j report", sections.build()).html();
  }

  private void addImages(ImmutableList.Builder<Section> sections) {
    Optional<BestRow> best = BestRow.of(content);
    best.ifPresent(row -> sections.add(new ClassSection(row).section()));
    if (content.images().isEmpty()) {
      sections.add(withoutImages());
      return;
    }
    ImageDataset images = content.images().get();
    preset().ifPresent(preset -> sections.add(new CropSection(images, preset).section()));
    best.flatMap(row -> new HardestSection(row, images).section()).ifPresent(sections::add);
  }

  private static Section withoutImages() {
    return new Section(
        "images",
        "Images",
        new Markup()
            .element(
                "p",
                "Crops and the hardest images are left out: the data set is not here, or"
                    + " --without-images was given. vgg report OUT --data DIR shows them."));
  }

  private Optional<Preset> preset() {
    return content.tables().stream()
        .map(table -> table.preset())
        .filter(Preset::exists)
        .findFirst()
        .map(Preset::named);
  }
}
