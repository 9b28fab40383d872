using DinsosIntranet.Features.Intake;

namespace DinsosIntranet.Tests.Features.Intake;

public class PersonSearchTextTests
{
    [Theory]
    [InlineData("3602 9952 0685 0001", PersonSearchKind.Nik, "3602995206850001")]
    [InlineData("+62 812-9900", PersonSearchKind.Phone, "08129900")]
    [InlineData("dtks-2026-0412", PersonSearchKind.RequestNumber, "DTKS-2026-0412")]
    [InlineData(" Ma'ruf  Amin ", PersonSearchKind.Name, "MARUF AMIN")]
    [InlineData("Al-Fatih", PersonSearchKind.Name, "AL FATIH")]
    public void Read_WhatPeopleType_TellsItsKind(string typed, PersonSearchKind kind, string text) =>
        Assert.Equal(new PersonSearchText(kind, text), PersonSearchText.Read(typed));

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("a")]
    [InlineData("0812")]
    [InlineData("--")]
    public void Read_TooLittleToSearchWith_IsNull(string? typed) => Assert.Null(PersonSearchText.Read(typed));
}
