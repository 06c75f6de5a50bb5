package org.vgg4j.data.layout;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;

/** ILSVRC-2012 with three classes and eight images: what it consists of, and how it must read. */
final class SmallIlsvrc {
  static final String FISH = "n01440764";
  static final String DOG = "n02084071";
  static final String CUP = "n03147509";

  /** The kit counts classes in an order of its own: by position, every label would be wrong. */
  static final SyntheticDevkit KIT =
      new SyntheticDevkit(ImmutableList.of(CUP, FISH, DOG), ImmutableList.of(3, 1, 2, 3));

  static final ImmutableMap<String, String> TRAIN =
      ImmutableMap.of(
          FISH + "/" + FISH + "_9.JPEG", "a fish",
          FISH + "/" + FISH + "_10.JPEG", "another fish",
          DOG + "/" + DOG + "_1.JPEG", "a dog",
          CUP + "/" + CUP + "_1.JPEG", "a cup");

  /** What each form of the data set must read as: id, class, content. */
  static final ImmutableList<String> EXPECTED_TRAIN =
      ImmutableList.of(
          "train/n01440764/n01440764_10.JPEG n01440764 another fish",
          "train/n01440764/n01440764_9.JPEG n01440764 a fish",
          "train/n02084071/n02084071_1.JPEG n02084071 a dog",
          "train/n03147509/n03147509_1.JPEG n03147509 a cup");

  static final ImmutableList<String> EXPECTED_VAL =
      ImmutableList.of(
          "val/n01440764/ILSVRC2012_val_00000003.JPEG n01440764 image 3",
          "val/n02084071/ILSVRC2012_val_00000001.JPEG n02084071 image 1",
          "val/n02084071/ILSVRC2012_val_00000004.JPEG n02084071 image 4",
          "val/n03147509/ILSVRC2012_val_00000002.JPEG n03147509 image 2");

  private SmallIlsvrc() {}
}
