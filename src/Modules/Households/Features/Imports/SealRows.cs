using System.Text.Json;
using Dibao.BuildingBlocks.Http;
using Dibao.BuildingBlocks.Persistence;
using Dibao.Households.Domain.Imports;

namespace Dibao.Households.Features.Imports;

/// <summary>What rows of a file say is personal data, and is kept encrypted.</summary>
internal static class SealRows
{
    extension(Sealing sealing)
    {
        public byte[] SealRow<T>(T row) => sealing.Seal(Import.RowColumn, JsonSerializer.SerializeToUtf8Bytes(row, DibaoJson.Options));

        public T OpenRow<T>(byte[] row) => JsonSerializer.Deserialize<T>(sealing.OpenBytes(Import.RowColumn, row), DibaoJson.Options)!;
    }
}
