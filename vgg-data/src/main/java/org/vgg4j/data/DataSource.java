package org.vgg4j.data;

import com.google.errorprone.annotations.MustBeClosed;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.vgg4j.core.Problem;
import org.vgg4j.data.generated.GeneratedData;
import org.vgg4j.data.image.ImageDecoder;
import org.vgg4j.data.layout.Layouts;
import org.vgg4j.data.source.Contents;
import org.vgg4j.data.source.ImageDataset;
import org.vgg4j.data.source.Split;

/**
 * A data set with its splits, opened by a text: {@code generated} (see {@link GeneratedData}) or a
 * place where files lie in one of the {@link Layouts}. Owns the files and the decoder: close it
 * when nothing reads its images any more.
 */
public final class DataSource implements AutoCloseable {
  private final String location;
  private final OpenData data;
  private final ImageDecoder decoder;

  private DataSource(String location, OpenData data, ImageDecoder decoder) {
    this.location = location;
    this.data = data;
    this.decoder = decoder;
  }

  /**
   * Opens a data set.
   *
   * @param location {@code generated}, {@code generated:train=200,val=50}, or a folder or file
   * @throws Problem if nothing that can be understood lies there
   */
  @MustBeClosed
  @SuppressWarnings("MustBeClosedChecker") // the caller closes the source, which owns the decoder
  public static DataSource open(String location, Reading reading, Resources resources) {
    ImageDecoder decoder = new ImageDecoder(reading.decoding(), resources.threads());
    try {
      OpenData data =
          GeneratedData.isMeantBy(location)
              ? OpenData.generated(GeneratedData.parse(location))
              : new StoredData(Path.of(location), reading, resources, decoder).open();
      return new DataSource(location, data, decoder);
    } catch (RuntimeException e) {
      decoder.close();
      throw e;
    }
  }

  /** The name of the layout that was found, or {@code generated}. */
  public String layout() {
    return data.layout();
  }

  /** What people should know: what was left out or looks odd. */
  public List<String> notes() {
    return data.notes();
  }

  /** Ids of the images that were left out because they can't be decoded. */
  public List<String> skipped() {
    return data.skipped();
  }

  /** The splits there are. */
  public Map<Split, ImageDataset> splits() {
    return data.splits();
  }

  /**
   * The images to learn from.
   *
   * @throws Problem if the data set has none
   */
  public ImageDataset train() {
    return split(Split.TRAIN);
  }

  /**
   * The images to measure errors on.
   *
   * @throws Problem if the data set has none
   */
  public ImageDataset val() {
    return split(Split.VAL);
  }

  private ImageDataset split(Split split) {
    ImageDataset dataset = data.splits().get(split);
    if (dataset == null) {
      throw Problem.data(
          location,
          "has no split " + split,
          "add the folder " + Path.of(location, split.toString()));
    }
    return dataset;
  }

  @Override
  public void close() {
    data.contents().forEach(Contents::close);
    decoder.close();
  }
}
