using Microsoft.OpenApi;
using Swashbuckle.AspNetCore.Swagger;

namespace Dibao.Api.Contract;

/// <summary>Writes the committed contract: api-specs/openapi.json (3.1) and openapi-3.0.json.</summary>
internal static class ContractFiles
{
    public static readonly IReadOnlyDictionary<string, OpenApiSpecVersion> Names = new Dictionary<string, OpenApiSpecVersion>
    {
        ["openapi.json"] = OpenApiSpecVersion.OpenApi3_1,
        ["openapi-3.0.json"] = OpenApiSpecVersion.OpenApi3_0,
    };

    public static async Task Write(IServiceProvider services, string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, version) in Names) await File.WriteAllTextAsync(Path.Combine(folder, name), await Text(services, version));
    }

    public static async Task<string> Text(IServiceProvider services, OpenApiSpecVersion version)
    {
        await using var scope = services.CreateAsyncScope();
        var document = await scope.ServiceProvider.GetRequiredService<IAsyncSwaggerProvider>().GetSwaggerAsync(Contract.Document);
        var lines = (await document.SerializeAsJsonAsync(version)).ReplaceLineEndings("\n").Split('\n');
        return string.Join('\n', lines.Select(l => l.TrimStart(' '))) + "\n"; // line by line, so that changes can be read; indented it would be twice as large
    }
}
