using System.Diagnostics;
using System.Globalization;

namespace Dibao.IntegrationTests.Faults;

/// <summary>A test that needs a small disk; where none can be mounted it is reported as skipped.</summary>
public sealed class OnSmallDiskAttribute : OneEngineAttribute
{
    public OnSmallDiskAttribute(string engine)
        : base(engine) => Skip = SmallDisk.Missing!;
}

/// <summary>A file system in memory that holds so many megabytes, gone when disposed.</summary>
internal sealed class SmallDisk : IDisposable
{
    private static readonly Lazy<string?> WhyNot = new(Try);

    private SmallDisk(int megabytes)
    {
        Run("mount", "-t", "tmpfs", "-o", Size(megabytes), "tmpfs", Path);
    }

    /// <summary>Why there can be none; null where there can.</summary>
    public static string? Missing => WhyNot.Value;

    public string Path { get; } = Directory.CreateTempSubdirectory("dibao-disk-").FullName;

    public static SmallDisk Of(int megabytes) => new(megabytes);

    /// <summary>Makes it larger, or smaller.</summary>
    public void Resize(int megabytes) => Run("mount", "-o", $"remount,{Size(megabytes)}", Path);

    /// <summary>A folder on it that belongs to another user.</summary>
    public string FolderOf(string user)
    {
        var folder = Directory.CreateDirectory(System.IO.Path.Combine(Path, "data")).FullName;
        Run("chown", user, folder);
        return folder;
    }

    public void Dispose()
    {
        Run("umount", Path);
        Directory.Delete(Path);
    }

    private static string Size(int megabytes) => string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m,mode=0755");

    private static string? Try()
    {
        if (!OperatingSystem.IsLinux()) return "A small disk is a tmpfs: Linux only.";
        if (!string.Equals(Environment.UserName, "root", StringComparison.Ordinal)) return "Mounting a small disk needs root.";
        if (Environment.GetEnvironmentVariable("DIBAO_TEST_POSTGRES") is { Length: > 0 }) return "The server named by DIBAO_TEST_POSTGRES may not see a disk of this machine.";
        try
        {
            Of(1).Dispose();
            return null;
        }
        catch (InvalidOperationException refused)
        {
            return $"A small disk cannot be mounted here: {refused.Message}";
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program}: {said.Trim()}");
    }
}
