namespace Dibao.Tests;

/// <summary>Where the sources stand, found upwards from the tests.</summary>
public static class Repository
{
    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>A path inside it.</summary>
    public static string At(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Dibao.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Dibao.sln is not above the tests.");
    }
}
