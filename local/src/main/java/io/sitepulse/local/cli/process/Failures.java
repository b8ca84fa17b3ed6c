package io.sitepulse.local.cli.process;

import io.sitepulse.dashboard.auth.invitation.InvitationException;
import io.sitepulse.dashboard.seed.SeedException;
import io.sitepulse.local.instance.StartException;
import io.sitepulse.local.replay.ReplayFailedException;
import io.sitepulse.runtime.config.SettingsException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Prints expected failures in one line and marks unexpected ones. */
public final class Failures implements IExecutionExceptionHandler {
  public static final int FAILED = 1;
  static final int WRONG = 2;

  private final BooleanSupplier verbose;

  public Failures(BooleanSupplier verbose) {
    this.verbose = verbose;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    err.println("sitepulse " + command.getCommandName() + ": " + line(e).replace("\n", "; "));
    if (verbose.getAsBoolean()) {
      e.printStackTrace(err);
    }
    err.flush();
    return e instanceof SettingsException || e instanceof SeedException ? WRONG : FAILED;
  }

  public static String line(Throwable e) {
    if (e instanceof NoSuchFileException missing) {
      return "there is no file " + missing.getFile();
    }
    if (e instanceof AccessDeniedException denied) {
      return "no permission for " + denied.getFile();
    }
    if (e instanceof FileSystemException file && file.getReason() != null) {
      return file.getFile() + ": " + file.getReason();
    }
    return isExpected(e) && e.getMessage() != null
        ? e.getMessage()
        : "unexpected: " + e + " (--verbose shows where)";
  }

  private static boolean isExpected(Throwable e) {
    return e instanceof StartException
        || e instanceof SettingsException
        || e instanceof SeedException
        || e instanceof ReplayFailedException
        || e instanceof InvitationException
        || e instanceof IOException;
  }
}
