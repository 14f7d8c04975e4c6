using System.Net.Http.Headers;
using System.Text;

namespace Dibao.IntegrationTests.Journeys;

/// <summary>Scanned papers as tests file and fetch them.</summary>
internal static class Papers
{
    public static byte[] Pdf(string text) => [.. "%PDF-1.7\n"u8, .. Encoding.UTF8.GetBytes(text)];

    /// <summary>Files a paper; the body is what it is, the header what it is said to be.</summary>
    public static Task<Answer> File(this HttpClient client, string household, string kind, byte[] content, string query = "", string mediaType = "application/pdf")
    {
        var body = new ByteArrayContent(content);
        body.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return client.Say(HttpMethod.Post, $"/households/{household}/papers?kind={kind}{query}", body);
    }

    /// <summary>The query part that names an issuer.</summary>
    public static string By(string issuer) => $"&issuer={Uri.EscapeDataString(issuer)}";

    public static JsonObject Stated(string name, string? number = null, string? on = null, string? person = null) =>
        new() { ["statedName"] = name, ["statedIdNumber"] = number, ["statedOn"] = on, ["person"] = person };

    public static JsonObject Signed(string kind, string by, string on, string? forPaper = null) =>
        new() { ["kind"] = kind, ["signedBy"] = by, ["signedOn"] = on, ["textVersion"] = "2023.1", ["forPaper"] = forPaper };
}
