package org.vgg4j.data.source;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vgg4j.data.image.ImageCodec;

/**
 * What a layout finds of one split: the names and labels of its images, in order, and where their
 * bytes are. Compact enough for millions of images.
 */
public final class LabelledFiles {
  private final String name;
  private final ImmutableList<String> classes;
  private final NamePool ids;
  private final ImmutableIntArray labels;
  private final ImmutableList<String> notes;
  private final Contents contents;
  private final Optional<ImageCodec> codec;

  private LabelledFiles(Builder builder, Contents contents, Optional<ImageCodec> codec) {
    this.name = builder.name;
    this.classes = builder.classes;
    this.ids = builder.ids.build();
    this.labels = builder.labels.build().trimmed();
    this.notes = builder.notes.build();
    this.contents = contents;
    this.codec = codec;
  }

  /**
   * A split without images, to be filled.
   *
   * @param name such as {@code caltech10-72/train}, for people
   * @param classes in the order of their labels
   */
  public static Builder builder(String name, List<String> classes) {
    return new Builder(name, classes);
  }

  /** Collects the images of a split in their order. */
  public static final class Builder {
    private final String name;
    private final ImmutableList<String> classes;
    private final NamePool.Builder ids = new NamePool.Builder();
    private final ImmutableIntArray.Builder labels = ImmutableIntArray.builder();
    private final ImmutableList.Builder<String> notes = ImmutableList.builder();

    private Builder(String name, List<String> classes) {
      this.name = name;
      this.classes = ImmutableList.copyOf(classes);
    }

    /** The classes in the order of their labels. */
    public ImmutableList<String> classes() {
      return classes;
    }

    /**
     * Adds one image.
     *
     * @throws IllegalArgumentException unless the label is that of a class
     */
    public Builder add(String id, int label) {
      checkArgument(
          label >= 0 && label < classes.size(),
          "%s: no class has label %s, there are %s",
          id,
          label,
          classes.size());
      ids.add(id);
      labels.add(label);
      return this;
    }

    /** Adds something that people should know, such as what was left out. */
    public Builder note(String note) {
      notes.add(note);
      return this;
    }

    /** The split, whose images are files of their own, which their ids tell. */
    public LabelledFiles build(Function<String, Path> fileOfId) {
      NamePool names = ids.build();
      return build(new FolderContents(names::name, fileOfId));
    }

    /** The split, whose images are parts of larger files, in the order in which they were added. */
    public LabelledFiles build(PartContents.Builder parts) {
      NamePool names = ids.build();
      return build(parts.build(names::name));
    }

    /** The split, whose contents are image files. */
    public LabelledFiles build(Contents contents) {
      return new LabelledFiles(this, contents, Optional.empty());
    }

    /** The split, whose contents are stored in a way of their own. */
    public LabelledFiles build(Contents contents, ImageCodec codec) {
      return new LabelledFiles(this, contents, Optional.of(codec));
    }
  }

  /** Where the images come from, for people. */
  public String name() {
    return name;
  }

  /** The names of the classes; a label is a position in this list. */
  public ImmutableList<String> classes() {
    return classes;
  }

  /** Number of images. */
  public int size() {
    return labels.length();
  }

  /** A name that stays the same wherever the data lie. */
  public String id(int index) {
    return ids.name(index);
  }

  /** The class of an image. */
  public int label(int index) {
    return labels.get(index);
  }

  /** What people should know of this split. */
  public ImmutableList<String> notes() {
    return notes;
  }

  /** The bytes of the images. */
  public Contents contents() {
    return contents;
  }

  /** How the bytes become images, where they are no image files. */
  Optional<ImageCodec> codec() {
    return codec;
  }
}
