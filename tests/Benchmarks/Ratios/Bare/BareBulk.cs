using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Dibao.Benchmarks.Ratios.Bare;

/// <summary>Writes many applications by a driver's own bulk path, column by column, in one transaction.</summary>
internal static class BareBulk
{
    private static readonly string Names = string.Join(", ", ApplicationRow.Columns.Select(c => $"\"{c}\""));

    private static readonly SqliteType[] SqliteTypes =
    [
        SqliteType.Blob, SqliteType.Blob, SqliteType.Blob, SqliteType.Text, SqliteType.Integer, SqliteType.Integer, SqliteType.Integer, SqliteType.Text,
        SqliteType.Blob, SqliteType.Integer, SqliteType.Text, SqliteType.Text, SqliteType.Text, SqliteType.Text, SqliteType.Text, SqliteType.Text,
        SqliteType.Text, SqliteType.Text, SqliteType.Text, SqliteType.Text, SqliteType.Text, SqliteType.Text, SqliteType.Text, SqliteType.Text,
        SqliteType.Text, SqliteType.Text, SqliteType.Text, SqliteType.Text, SqliteType.Integer, SqliteType.Text, SqliteType.Text, SqliteType.Integer,
        SqliteType.Integer, SqliteType.Integer, SqliteType.Blob, SqliteType.Text, SqliteType.Text, SqliteType.Text, SqliteType.Integer, SqliteType.Integer,
        SqliteType.Integer, SqliteType.Integer, SqliteType.Text, SqliteType.Text, SqliteType.Text, SqliteType.Integer, SqliteType.Integer, SqliteType.Text,
        SqliteType.Text, SqliteType.Integer, SqliteType.Text, SqliteType.Text, SqliteType.Text, SqliteType.Text, SqliteType.Text, SqliteType.Blob,
        SqliteType.Text, SqliteType.Integer, SqliteType.Text, SqliteType.Blob, SqliteType.Text, SqliteType.Text, SqliteType.Text, SqliteType.Text, SqliteType.Text,
    ];

    public static async Task Write(DbConnection connection, IEnumerable<ApplicationRow> rows)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        if (connection is NpgsqlConnection npgsql) await Copy(npgsql, rows);
        else Insert((SqliteConnection)connection, (SqliteTransaction)transaction, rows);
        await transaction.CommitAsync();
    }

    private static async Task Copy(NpgsqlConnection connection, IEnumerable<ApplicationRow> rows)
    {
        await using var importer = await connection.BeginBinaryImportAsync($"COPY eligibility.application ({Names}) FROM STDIN (FORMAT BINARY)");
        foreach (var row in rows)
        {
            await importer.StartRowAsync();
            Put(importer, row);
        }
        await importer.CompleteAsync();
    }

    private static void Put(NpgsqlBinaryImporter importer, ApplicationRow row)
    {
        importer.Write(row.Id, NpgsqlDbType.Uuid);
        importer.Write(row.Household, NpgsqlDbType.Uuid);
        Put(importer, row.OpenFor, NpgsqlDbType.Uuid);
        importer.Write(row.FileNumber, NpgsqlDbType.Text);
        importer.Write(row.Division, NpgsqlDbType.Bigint);
        importer.Write(row.County, NpgsqlDbType.Bigint);
        importer.Write(row.Scheme, NpgsqlDbType.Integer);
        Put(importer, row.Agent);
        importer.Write(row.Applicant, NpgsqlDbType.Uuid);
        importer.Write(row.Status, NpgsqlDbType.Integer);
        importer.Write(row.SubmittedOn, NpgsqlDbType.Date);
        importer.Write(row.SubmittedBy, NpgsqlDbType.Text);
        importer.Write(row.MissingPapers, NpgsqlDbType.Text);
        Put(importer, row.AcceptedOn, NpgsqlDbType.Date);
        Put(importer, row.AcceptedBy);
        Put(importer, row.DueOn, NpgsqlDbType.Date);
        Put(importer, row.CheckRequestedOn, NpgsqlDbType.Date);
        Put(importer, row.CheckRequestedBy);
        Put(importer, row.CheckAnsweredOn, NpgsqlDbType.Date);
        Put(importer, row.CheckAnsweredBy);
        importer.Write(row.VerifiedIncome, NpgsqlDbType.Text);
        importer.Write(row.VerifiedAssets, NpgsqlDbType.Text);
        importer.Write(row.CheckSources, NpgsqlDbType.Text);
        Put(importer, row.VisitedOn, NpgsqlDbType.Date);
        Put(importer, row.VisitRecordedBy);
        importer.Write(row.Investigators, NpgsqlDbType.Text);
        importer.Write(row.PresentAtVisit, NpgsqlDbType.Text);
        Put(importer, row.LivingConditions);
        importer.Write(row.VisitStands, NpgsqlDbType.Boolean);
        Put(importer, row.AppraisedOn, NpgsqlDbType.Date);
        Put(importer, row.AppraisedBy);
        Put(importer, row.AppraisalParticipants, NpgsqlDbType.Integer);
        Put(importer, row.AppraisalRepresentatives, NpgsqlDbType.Integer);
        Put(importer, row.AppraisalAgrees, NpgsqlDbType.Boolean);
        Put(importer, row.Determination, NpgsqlDbType.Uuid);
        Put(importer, row.DeterminationHash);
        Put(importer, row.AssessedOn, NpgsqlDbType.Date);
        Put(importer, row.AssessedBy);
        Put(importer, row.Eligible, NpgsqlDbType.Boolean);
        importer.Write(row.Persons, NpgsqlDbType.Integer);
        importer.Write(row.MonthlyFen, NpgsqlDbType.Bigint);
        Put(importer, row.Positive, NpgsqlDbType.Boolean);
        Put(importer, row.Opinion);
        Put(importer, row.ReviewedOn, NpgsqlDbType.Date);
        Put(importer, row.ReviewedBy);
        importer.Write(row.SecondOpinion, NpgsqlDbType.Boolean);
        importer.Write(row.NewFindingDue, NpgsqlDbType.Boolean);
        Put(importer, row.ProposedOn, NpgsqlDbType.Date);
        Put(importer, row.ProposedBy);
        importer.Write(row.ApprovalNoticeClear, NpgsqlDbType.Boolean);
        Put(importer, row.DecidedOn, NpgsqlDbType.Date);
        Put(importer, row.DecidedBy);
        importer.Write(row.Reasons, NpgsqlDbType.Text);
        Put(importer, row.AppealZh);
        Put(importer, row.AppealEn);
        Put(importer, row.Entitlement, NpgsqlDbType.Uuid);
        importer.Write(row.LastBy, NpgsqlDbType.Text);
        importer.Write(row.Version, NpgsqlDbType.Bigint);
        importer.Write(row.PresentAtCountyVisit, NpgsqlDbType.Text);
        Put(importer, row.Only, NpgsqlDbType.Uuid);
        importer.Write(row.OnlyBy, NpgsqlDbType.Text);
        Put(importer, row.CountyVisitedOn, NpgsqlDbType.Date);
        Put(importer, row.CountyVisitedBy);
        Put(importer, row.CountyFindings);
        Put(importer, row.ApplicantReplacedFor);
    }

    private static void Put<T>(NpgsqlBinaryImporter importer, T? value, NpgsqlDbType type) where T : struct
    {
        if (value is { } given) importer.Write(given, type);
        else importer.WriteNull();
    }

    private static void Put(NpgsqlBinaryImporter importer, string? value)
    {
        if (value is null) importer.WriteNull();
        else importer.Write(value, NpgsqlDbType.Text);
    }

    private static void Insert(SqliteConnection connection, SqliteTransaction transaction, IEnumerable<ApplicationRow> rows)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"INSERT INTO eligibility_application ({Names}) VALUES ({string.Join(", ", ApplicationRow.Columns.Select((_, i) => $"$p{i}"))})";
        var p = SqliteTypes.Select((type, i) => command.Parameters.Add($"$p{i}", type)).ToArray();
        command.Prepare();
        foreach (var row in rows)
        {
            p[0].Value = row.Id.ToByteArray(bigEndian: true);
            p[1].Value = row.Household.ToByteArray(bigEndian: true);
            p[2].Value = row.OpenFor is { } id2 ? id2.ToByteArray(bigEndian: true) : DBNull.Value;
            p[3].Value = row.FileNumber;
            p[4].Value = row.Division;
            p[5].Value = row.County;
            p[6].Value = row.Scheme;
            p[7].Value = (object?)row.Agent ?? DBNull.Value;
            p[8].Value = row.Applicant.ToByteArray(bigEndian: true);
            p[9].Value = row.Status;
            p[10].Value = row.SubmittedOn;
            p[11].Value = row.SubmittedBy;
            p[12].Value = row.MissingPapers;
            p[13].Value = (object?)row.AcceptedOn ?? DBNull.Value;
            p[14].Value = (object?)row.AcceptedBy ?? DBNull.Value;
            p[15].Value = (object?)row.DueOn ?? DBNull.Value;
            p[16].Value = (object?)row.CheckRequestedOn ?? DBNull.Value;
            p[17].Value = (object?)row.CheckRequestedBy ?? DBNull.Value;
            p[18].Value = (object?)row.CheckAnsweredOn ?? DBNull.Value;
            p[19].Value = (object?)row.CheckAnsweredBy ?? DBNull.Value;
            p[20].Value = row.VerifiedIncome;
            p[21].Value = row.VerifiedAssets;
            p[22].Value = row.CheckSources;
            p[23].Value = (object?)row.VisitedOn ?? DBNull.Value;
            p[24].Value = (object?)row.VisitRecordedBy ?? DBNull.Value;
            p[25].Value = row.Investigators;
            p[26].Value = row.PresentAtVisit;
            p[27].Value = (object?)row.LivingConditions ?? DBNull.Value;
            p[28].Value = row.VisitStands;
            p[29].Value = (object?)row.AppraisedOn ?? DBNull.Value;
            p[30].Value = (object?)row.AppraisedBy ?? DBNull.Value;
            p[31].Value = (object?)row.AppraisalParticipants ?? DBNull.Value;
            p[32].Value = (object?)row.AppraisalRepresentatives ?? DBNull.Value;
            p[33].Value = (object?)row.AppraisalAgrees ?? DBNull.Value;
            p[34].Value = row.Determination is { } id34 ? id34.ToByteArray(bigEndian: true) : DBNull.Value;
            p[35].Value = (object?)row.DeterminationHash ?? DBNull.Value;
            p[36].Value = (object?)row.AssessedOn ?? DBNull.Value;
            p[37].Value = (object?)row.AssessedBy ?? DBNull.Value;
            p[38].Value = (object?)row.Eligible ?? DBNull.Value;
            p[39].Value = row.Persons;
            p[40].Value = row.MonthlyFen;
            p[41].Value = (object?)row.Positive ?? DBNull.Value;
            p[42].Value = (object?)row.Opinion ?? DBNull.Value;
            p[43].Value = (object?)row.ReviewedOn ?? DBNull.Value;
            p[44].Value = (object?)row.ReviewedBy ?? DBNull.Value;
            p[45].Value = row.SecondOpinion;
            p[46].Value = row.NewFindingDue;
            p[47].Value = (object?)row.ProposedOn ?? DBNull.Value;
            p[48].Value = (object?)row.ProposedBy ?? DBNull.Value;
            p[49].Value = row.ApprovalNoticeClear;
            p[50].Value = (object?)row.DecidedOn ?? DBNull.Value;
            p[51].Value = (object?)row.DecidedBy ?? DBNull.Value;
            p[52].Value = row.Reasons;
            p[53].Value = (object?)row.AppealZh ?? DBNull.Value;
            p[54].Value = (object?)row.AppealEn ?? DBNull.Value;
            p[55].Value = row.Entitlement is { } id55 ? id55.ToByteArray(bigEndian: true) : DBNull.Value;
            p[56].Value = row.LastBy;
            p[57].Value = row.Version;
            p[58].Value = row.PresentAtCountyVisit;
            p[59].Value = row.Only is { } id59 ? id59.ToByteArray(bigEndian: true) : DBNull.Value;
            p[60].Value = row.OnlyBy;
            p[61].Value = (object?)row.CountyVisitedOn ?? DBNull.Value;
            p[62].Value = (object?)row.CountyVisitedBy ?? DBNull.Value;
            p[63].Value = (object?)row.CountyFindings ?? DBNull.Value;
            p[64].Value = (object?)row.ApplicantReplacedFor ?? DBNull.Value;
            command.ExecuteNonQuery();
        }
    }
}
