using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Dibao.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_entry",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Caller = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Roles = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Office = table.Column<long>(type: "INTEGER", nullable: false),
                    Action = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Concern = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Outcome = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SealNumber = table.Column<long>(type: "INTEGER", nullable: true),
                    SealHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit_entry", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "households_household",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    FileNumber = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    County = table.Column<long>(type: "INTEGER", nullable: false),
                    Residence = table.Column<long>(type: "INTEGER", nullable: false),
                    Hukou = table.Column<int>(type: "INTEGER", nullable: false),
                    Agent = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    RegisteredOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_household", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "households_person",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    IdNumberHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_person", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "households_reveal",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_reveal", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "households_takeover",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Division = table.Column<long>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Accepted = table.Column<int>(type: "INTEGER", nullable: false),
                    Repeated = table.Column<int>(type: "INTEGER", nullable: false),
                    Rejected = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_takeover", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "households_takeover_line",
                columns: table => new
                {
                    County = table.Column<long>(type: "INTEGER", nullable: false),
                    Line = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_takeover_line", x => new { x.County, x.Line });
                });

            migrationBuilder.CreateTable(
                name: "households_takeover_rejected",
                columns: table => new
                {
                    Takeover = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ReasonZh = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ReasonEn = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_takeover_rejected", x => new { x.Takeover, x.Line });
                });

            migrationBuilder.CreateTable(
                name: "numbers_series",
                columns: table => new
                {
                    name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_numbers_series", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "outbox_fact",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Type = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Subject = table.Column<byte[]>(type: "BLOB", nullable: false),
                    County = table.Column<long>(type: "INTEGER", nullable: false),
                    sequence = table.Column<long>(type: "INTEGER", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox_fact", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "pipeline_idempotency",
                columns: table => new
                {
                    Caller = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Command = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Answer = table.Column<byte[]>(type: "BLOB", nullable: false),
                    KeptUntil = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pipeline_idempotency", x => new { x.Caller, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "timetable_clock",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false),
                    Scenario = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ScenarioTime = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RunsSince = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Finished = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_timetable_clock", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "timetable_run",
                columns: table => new
                {
                    Entry = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Period = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RunAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_timetable_run", x => new { x.Entry, x.Period });
                });

            migrationBuilder.CreateTable(
                name: "households_asset",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Recorded = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Superseded = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_asset", x => x.Id);
                    table.ForeignKey(
                        name: "FK_households_asset_households_household_Household",
                        column: x => x.Household,
                        principalTable: "households_household",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "households_income",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Yearly = table.Column<long>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Recorded = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Superseded = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_income", x => x.Id);
                    table.ForeignKey(
                        name: "FK_households_income_households_household_Household",
                        column: x => x.Household,
                        principalTable: "households_household",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "households_member",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SealedIdNumber = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MaskedIdNumber = table.Column<string>(type: "TEXT", maxLength: 18, nullable: false),
                    BirthDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Sex = table.Column<int>(type: "INTEGER", nullable: false),
                    Relationship = table.Column<int>(type: "INTEGER", nullable: false),
                    Labour = table.Column<int>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Recorded = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Superseded = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_member", x => x.Id);
                    table.ForeignKey(
                        name: "FK_households_member_households_household_Household",
                        column: x => x.Household,
                        principalTable: "households_household",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "households_payee",
                columns: table => new
                {
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Holder = table.Column<byte[]>(type: "BLOB", nullable: false),
                    HolderName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Bank = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    SealedNumber = table.Column<byte[]>(type: "BLOB", nullable: false),
                    MaskedNumber = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ValidTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Recorded = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Superseded = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_households_payee", x => x.Id);
                    table.ForeignKey(
                        name: "FK_households_payee_households_household_Household",
                        column: x => x.Household,
                        principalTable: "households_household",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "outbox_delivery",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FactId = table.Column<long>(type: "INTEGER", nullable: false),
                    Subscriber = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Subject = table.Column<byte[]>(type: "BLOB", nullable: false),
                    state = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NotBefore = table.Column<DateTime>(type: "TEXT", nullable: true),
                    LastFailure = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outbox_delivery", x => x.Id);
                    table.ForeignKey(
                        name: "FK_outbox_delivery_outbox_fact_FactId",
                        column: x => x.FactId,
                        principalTable: "outbox_fact",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entry_Concern_Id",
                table: "audit_entry",
                columns: new[] { "Concern", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_entry_SealNumber",
                table: "audit_entry",
                column: "SealNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_households_asset_Household",
                table: "households_asset",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_households_household_County_Id",
                table: "households_household",
                columns: new[] { "County", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_households_household_FileNumber",
                table: "households_household",
                column: "FileNumber",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_households_income_Household",
                table: "households_income",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_households_member_Household",
                table: "households_member",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_households_member_Person",
                table: "households_member",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_households_payee_Household",
                table: "households_payee",
                column: "Household");

            migrationBuilder.CreateIndex(
                name: "IX_households_person_IdNumberHash",
                table: "households_person",
                column: "IdNumberHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_households_reveal_Person",
                table: "households_reveal",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_delivery_FactId_Subscriber",
                table: "outbox_delivery",
                columns: new[] { "FactId", "Subscriber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_delivery_waiting",
                table: "outbox_delivery",
                columns: new[] { "Subscriber", "Id" },
                filter: "state <> 2");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_fact_County_sequence",
                table: "outbox_fact",
                columns: new[] { "County", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_fact_unsequenced",
                table: "outbox_fact",
                column: "Id",
                filter: "sequence is null");

            migrationBuilder.CreateIndex(
                name: "IX_pipeline_idempotency_KeptUntil",
                table: "pipeline_idempotency",
                column: "KeptUntil");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_entry");

            migrationBuilder.DropTable(
                name: "households_asset");

            migrationBuilder.DropTable(
                name: "households_income");

            migrationBuilder.DropTable(
                name: "households_member");

            migrationBuilder.DropTable(
                name: "households_payee");

            migrationBuilder.DropTable(
                name: "households_person");

            migrationBuilder.DropTable(
                name: "households_reveal");

            migrationBuilder.DropTable(
                name: "households_takeover");

            migrationBuilder.DropTable(
                name: "households_takeover_line");

            migrationBuilder.DropTable(
                name: "households_takeover_rejected");

            migrationBuilder.DropTable(
                name: "numbers_series");

            migrationBuilder.DropTable(
                name: "outbox_delivery");

            migrationBuilder.DropTable(
                name: "pipeline_idempotency");

            migrationBuilder.DropTable(
                name: "timetable_clock");

            migrationBuilder.DropTable(
                name: "timetable_run");

            migrationBuilder.DropTable(
                name: "households_household");

            migrationBuilder.DropTable(
                name: "outbox_fact");
        }
    }
}
