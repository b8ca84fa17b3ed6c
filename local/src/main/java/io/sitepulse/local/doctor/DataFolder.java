package io.sitepulse.local.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The data folder of an instance on this machine. Rights of the group are the operator's choice.
 */
record DataFolder(Path folder) {
  private static final Set<PosixFilePermission> OF_OTHERS =
      Set.of(
          PosixFilePermission.OTHERS_READ,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.OTHERS_EXECUTE);

  List<Finding> findings() {
    var findings = new ArrayList<Finding>();
    try {
      FileStore store = Files.getFileStore(folder);
      findings.add(
          new Disk("disk of " + folder, store.getUsableSpace(), store.getTotalSpace()).judge());
      boolean open = Files.getPosixFilePermissions(folder).stream().anyMatch(OF_OTHERS::contains);
      findings.add(
          open
              ? Finding.warning(
                  "folder " + folder,
                  "other users of this machine can read it",
                  "chmod o-rwx " + folder)
              : Finding.ok("folder " + folder, "closed to other users"));
    } catch (IOException e) {
      findings.add(
          Finding.fault(
              "folder " + folder,
              "cannot be read: " + KafkaProbe.firstLine(e),
              "run the doctor as the user that runs sitepulse"));
    }
    return findings;
  }
}
