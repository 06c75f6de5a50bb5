package org.vgg4j.data.layout;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import org.vgg4j.core.Problem;
import org.vgg4j.data.source.LabelledFiles;
import org.vgg4j.data.source.Split;

/**
 * Images in folders named after their classes. Classes and files are sorted by code point, so
 * labels and numbers are the same on every machine; hidden files are left out.
 *
 * @param folder holds the class folders
 * @param split the split they make up
 */
record ClassFolders(Path folder, Split split) {

  /**
   * Lists the images; none is read.
   *
   * @throws Problem if there is no class, or no image in a class
   */
  LabelledFiles read() {
    SortedFolder root = new SortedFolder(folder);
    ImmutableList<String> classes = root.folders();
    LabelledFiles.Builder files = LabelledFiles.builder(name(root), classes);
    for (int label = 0; label < classes.size(); label++) {
      add(files, root.folder(classes.get(label)), label);
    }
    return files.build(id -> folder.resolve(id.substring(split.toString().length() + 1)));
  }

  private void add(LabelledFiles.Builder files, SortedFolder images, int label) {
    for (String file : images.images(files)) {
      files.add(split + "/" + images.name() + "/" + file, label);
    }
  }

  /** {@code caltech10-72/train}, or what else the folder and the one around it are called. */
  private static String name(SortedFolder root) {
    Path around = root.path().toAbsolutePath().normalize().getParent();
    Path name = around == null ? null : around.getFileName();
    return name == null ? root.name() : name + "/" + root.name();
  }
}
